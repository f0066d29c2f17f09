package io.enforcement.gateway.routes.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * When something happened: a moment, or only a day. Days are days in China.
 *
 * @param at the moment; of a day its beginning
 * @param exact whether the time of day is known
 */
public record Moment(OffsetDateTime at, boolean exact) {

  static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /**
   * In the order of days; of one day, the exact ones by their time and after those that are not.
   */
  static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at);

  public Moment {
    at = at.withOffsetSameInstant(CHINA);
  }

  static Moment of(Instant instant) {
    return new Moment(instant.atOffset(CHINA), true);
  }

  public static Moment of(OffsetDateTime moment) {
    return new Moment(moment, true);
  }

  public static Moment of(LocalDate day) {
    return new Moment(day.atStartOfDay().atOffset(CHINA), false);
  }

  /**
   * The end of a limit as people are to read it: one of days ends at the midnight after its last
   * day, and whoever reads that date would be a day late.
   */
  public static OffsetDateTime shown(OffsetDateTime end) {
    OffsetDateTime there = end.withOffsetSameInstant(CHINA);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? there.minusSeconds(1) : there;
  }

  /** Whether it was surely before the other: by the day, and by the time where both have one. */
  boolean before(Moment other) {
    return exact && other.exact ? at.isBefore(other.at) : day().isBefore(other.day());
  }

  public LocalDate day() {
    return at.toLocalDate();
  }

  @Override
  public String toString() {
    return exact ? at.toString() : day().toString();
  }
}
