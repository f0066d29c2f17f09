package io.enforcement.gateway.benchmarks.faults;

/**
 * A point of a message's way at which the process is ended; those that few messages pass come
 * later.
 */
enum CrashPoint {
  K1("a file lies in the spool, its row does not", Aim.RULE, 8),
  K2("before the commit of the intake", Aim.RULE, 40),
  K3("after the commit of the intake, before the reply", Aim.RULE, 40),
  K5("after the commit, before the file is moved", Aim.RULE, 2),
  K7("in the middle of a translation", Aim.RULE, 40),
  K8("after the commit of the outbox, before the token", Aim.RULE, 20),
  K9("after the claim of a delivery", Aim.RULE, 20),
  K10("after ATTEMPTING, before the first byte", Aim.RULE, 40),
  K11("half of the request is sent", Aim.LINE, 0),
  K12("after the last byte, before the reply", Aim.RECEIVER, 0),
  K13("after the reply, before the commit of the outcome", Aim.RULE, 20),
  K4("after the commit, before a queue's message is acknowledged", Aim.RULE, 4),
  K6("after the commit, before the source row is flagged", Aim.RULE, 4),
  K14("a file is written as .part and not renamed", Aim.RULE, 2),
  K15("a file is renamed and has no digest beside it", Aim.RULE, 2),
  K16("a member is in a group that is open", "this gateway aggregates nothing"),
  K17("a group is completed", "this gateway aggregates nothing"),
  K18("events are numbered and not signed", Aim.RULE, 2),
  K19("a checkpoint is signed and not exported", Aim.RULE, 2),
  K20("in the middle of archiving", Aim.ARCHIVE, 4),
  K21("in the middle of a replayed entry", Aim.REPLAY, 1),
  K22("during the recovery of a start", Aim.START, 1),
  K23("during the migration of the database", Aim.FIRST_START, 6);

  /** How the process is ended there. */
  enum Aim {
    /** By a rule in the running process. */
    RULE,
    /** By the line to a partner, when half has gone through. */
    LINE,
    /** By a receiver that has not answered yet. */
    RECEIVER,
    /** By a rule that is armed before the start. */
    START,
    /** By a rule during the first start on an empty directory. */
    FIRST_START,
    /** By a rule, while a replay job runs. */
    REPLAY,
    /** By a rule, while months of events are archived. */
    ARCHIVE,
    /** Not at all. */
    NONE
  }

  private final String title;
  private final Aim aim;
  private final int hits;
  private final String reason;

  CrashPoint(String title, Aim aim, int hits) {
    this.title = title;
    this.aim = aim;
    this.hits = hits;
    this.reason = "";
  }

  CrashPoint(String title, String reason) {
    this.title = title;
    this.aim = Aim.NONE;
    this.hits = 0;
    this.reason = reason;
  }

  String title() {
    return title;
  }

  Aim aim() {
    return aim;
  }

  /** One of so many passes is the last. */
  int hits() {
    return hits;
  }

  /** Why the process cannot be ended there. */
  String reason() {
    return reason;
  }
}
