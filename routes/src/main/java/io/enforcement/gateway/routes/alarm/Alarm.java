package io.enforcement.gateway.routes.alarm;

import java.time.Instant;

/**
 * Something that stands until it is over.
 *
 * @param partner whom it concerns; null when nobody in particular
 * @param exchange of that partner; null when none in particular
 * @param since when it began, as far as this process knows
 * @param detail a short word more; names nobody and no value
 */
public record Alarm(Kind kind, String partner, String exchange, Instant since, String detail) {

  /** What is the matter. */
  public enum Kind {
    /** What was agreed to come by now has not come. */
    PARTNER_SILENT,
    /** Records of a kind were accepted to which nobody subscribes. */
    UNROUTED,
    /** A volume is filling up. */
    DISK,
    /** A sender floods, and is held. */
    SENDER_HELD,
    /** People paused a receiver. */
    RECEIVER_PAUSED,
    /** The machine's clock has jumped, or the database's shows another time. */
    CLOCK,
    /** Much has come lately that waits for people. */
    DEAD_LETTERS_GROW,
    /** Something has waited for people for a day. */
    DEAD_LETTERS_OLD,
    /** What may go by itself has not left for half an hour. */
    QUEUE_STALLED,
    /** Too many attempts at a receiver have no answer. */
    ERROR_BUDGET,
    /** Deadlines end within a day, or have passed. */
    DEADLINE_AT_RISK,
    /** Days are not even with their source although they should be. */
    RECONCILIATION_OPEN,
    /** The provincial database could not take records. */
    PROVINCE_STUCK,
    /** A certificate that the site has named ends soon. */
    CERTIFICATE_EXPIRING,
    /** The audit trail is not exported. */
    AUDIT_NOT_EXPORTED,
    /** The audit trail has forked. */
    AUDIT_FORKED,
    /** Months of the audit trail cannot be archived. */
    AUDIT_ARCHIVE_FAILING,
    /** Values of messages are unmasked unusually often. */
    UNMASK_SPIKE,
    /** A channel that should tell people of alarms takes nothing. */
    CHANNEL_SILENT
  }
}
