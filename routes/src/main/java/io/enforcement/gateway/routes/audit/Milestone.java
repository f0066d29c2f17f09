package io.enforcement.gateway.routes.audit;

/**
 * The words of the audit trail. Each is written in the same transaction as the change it tells, and
 * means just what stands here; pages and documents translate these and add none.
 */
public enum Milestone {
  /** The bytes are on disk; from here on nothing is lost. */
  RECEIVED,
  /** The same bytes came again with the same idempotency key; the first receipt was given again. */
  DUPLICATE,
  /** The same idempotency key came with other bytes, and was refused. */
  CONFLICT,
  /** An authenticated partner sent something that cannot be taken in; nothing was kept of it. */
  REFUSED_AT_DOOR,
  /** Somebody could not prove who they are; nothing was kept of what they sent. */
  UNAUTHENTICATED,
  /**
   * The parts of the message are records of the standard, and the outbox holds one row per
   * receiver.
   */
  TRANSLATED,
  /** The message or one part of it was refused with findings; the sender is told. */
  REFUSED,
  /** The record was already held in this revision, or in a later one; it goes nowhere. */
  REPEATED,
  /** Nobody subscribes to the record. */
  UNROUTED,
  /** The record names files that its receiver must have and that are not here yet. */
  AWAITING_FILES,
  /** The last of these files is here. */
  FILES_HELD,
  /** Committed before the first byte leaves. */
  ATTEMPTING,
  /** The receiver has the record, and has to confirm the files that belong to it. */
  CONFIRMING,
  /** The receiver has it and says so, or two people decided by the evidence that it has it. */
  DELIVERED,
  /** The receiver said no, at once or by a later verdict; the sender sees why. */
  REFUSED_BY_RECEIVER,
  /** The attempt failed and will be repeated. */
  RETRY_AT,
  /** Waits for people. */
  PARKED,
  /**
   * It may have had its effect and the receiver can neither tell nor deduplicate: people decide.
   */
  IN_DOUBT,
  /** An amendment that a receiver must not get again: its record of the decision was repaired. */
  HELD_BACK,
  /** The receiver does not hold the record any more and gets it once more, as another delivery. */
  ASKED_AGAIN,
  /** A revocation that needs not go out: the receiver never got the decision. */
  CANCELLED,
  /** The message was being worked on when the process died three times; people decide. */
  QUARANTINED,
  /** A named person proposed, approved, held, resumed or stopped the replay of a group. */
  REPLAY_JOB,
  /** A named person sent it on its way again. */
  REPLAYED,
  /** A named person proposed what is to become of what waits; somebody else has to confirm it. */
  PROPOSED,
  /** A named person did not confirm what was proposed; nothing came of it. */
  DECLINED,
  /** Two people put another body in the place of the one that came, which is kept. */
  CORRECTED,
  /** People gave it up; it is kept and goes nowhere. */
  DISCARDED,
  /** A named person read the body of a message. */
  BODY_READ,
  /** A named person gave a reason to see a message's values as they are, for some minutes. */
  UNMASKED,
  /** A sender flooded an exchange with the same content; it takes nothing more of this sender. */
  SENDER_HELD,
  /** A named person let a held sender go on. */
  SENDER_RELEASED,
  /** A named person paused a receiver: nothing new leaves to it. */
  RECEIVER_PAUSED,
  /** A named person let deliveries to a receiver go on. */
  RECEIVER_RESUMED,
  /** A named person took an alarm in hand. */
  ALARM_ACKNOWLEDGED,
  /** A named person asked that nobody be told of an alarm for a time. */
  ALARM_SILENCED,
  /** A partner asked and was answered at once; what and why is kept as evidence, not here. */
  QUERIED,
  /** Committed before a query leaves to the partner that is to answer it. */
  QUERY_FORWARDED,
  /** The partner that was asked gave no answer of use; the asker was told so and nothing else. */
  QUERY_FAILED,
  /** The time of rows in the log of queries was over. */
  QUERY_LOG_CLEARED,
  /** A file is on disk, and is what its digest says. */
  FILE_RECEIVED,
  /** A file began to leave to a receiver that may have it. */
  FILE_RELEASED,
  /** A receiver says that it has the file, by its digest. */
  FILE_CONFIRMED,
  /** The time of a file was over and nobody needed it. */
  FILE_REMOVED,
  /**
   * Bodies of messages whose time was over were taken away; how many, and the digest of their ids.
   */
  BODIES_PRUNED,
  /** A named person asked to keep all of a message, or lifted that again. */
  LEGAL_HOLD,
  /** A version of a site's own partner pack was installed; it begins at once or on its day. */
  PACK_INSTALLED,
  /** A version that had not begun will not begin. */
  PACK_WITHDRAWN,
  /** A named person said to which conversation an unclear record belongs. */
  RECORD_ASSIGNED,
  /** A named person said that there is nothing more to do about a finding. */
  FINDING_CLOSED,
  /** A named person told a receiver what the gateway has no way to tell it. */
  TOLD_BY_HAND,
  /** Months of events were written into a signed archive file. */
  EVENTS_ARCHIVED,
  /** A month of events that its archive holds left the database; its hashes stay. */
  EVENTS_DROPPED,
  /** The log of the audit trail goes on with another key. */
  KEY_ROTATED,
  /** A named person proposed or approved a new log in place of one that forked. */
  NEW_LOG,
  /** All that a source stated of a day and a kind is held, and nothing else of it. */
  DAY_RECONCILED,
  /** A named person explained what differs of a day and ended it. */
  DAY_SIGNED_OFF,
  /** A named person froze a statistical table; a further version says what changed. */
  STATISTICS_FROZEN,
  /** A named person drew case files by lot. */
  SAMPLE_DRAWN,
  /** A named person asked for an extract of the provincial database; what of it, and how much. */
  EXTRACT_ASKED,
  /** A named person took the file of an extract. */
  EXTRACT_TAKEN,
  /** The machine's clock jumped, or it and the database's began or ceased to differ. */
  CLOCK,
  /** Somebody was given an account. */
  PERSON_ADDED,
  /** An account opens nothing any more. */
  PERSON_DISABLED,
  /** Somebody signed in to the console. */
  SIGNED_IN,
  /** An account was locked for a while after too many wrong tries. */
  PERSON_LOCKED,
  /** Somebody chose another password, or was given one. */
  PASSWORD_SET,
  /** Somebody began or ceased to use a second factor. */
  SECOND_FACTOR_SET
}
