package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.calendar.Due;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Limits of law against what was done, counted with the calendar of the whole country that comes
 * with the standard. A provisional answer accuses nobody. Pure; any thread.
 */
final class Deadlines {

  private static final WorkingCalendar COUNTRY = WorkingCalendar.of(WorkingCalendar.shipped());
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Deadlines() {}

  /** Whether it was done after the last day of the limit; false where a day is not given. */
  static boolean missed(Limit limit, LocalDate start, LocalDate done) {
    if (start == null || done == null) {
      return false;
    }
    Due due = limit.from(start.atStartOfDay().atOffset(CHINA), COUNTRY);
    return !due.provisional() && done.isAfter(due.date());
  }

  /** Whether it was done after the last moment of the limit; false where a moment is not given. */
  static boolean missed(Limit limit, OffsetDateTime start, OffsetDateTime done) {
    if (start == null || done == null) {
      return false;
    }
    Due due = limit.from(start, COUNTRY);
    return !due.provisional()
        && due.moment()
            .map(done::isAfter)
            .orElse(done.withOffsetSameInstant(CHINA).toLocalDate().isAfter(due.date()));
  }

  /**
   * Whether the limit still ran on that day; false where a day is not given. Holds for a
   * provisional answer too, whose true end is the same day or later.
   */
  static boolean running(Limit limit, LocalDate start, LocalDate day) {
    return start != null
        && day != null
        && !day.isAfter(limit.from(start.atStartOfDay().atOffset(CHINA), COUNTRY).date());
  }
}
