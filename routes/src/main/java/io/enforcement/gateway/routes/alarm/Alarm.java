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
    CLOCK
  }
}
