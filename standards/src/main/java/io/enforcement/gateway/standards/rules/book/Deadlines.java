package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.calendar.Due;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.model.TimeLimit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Limits of law against what was done, counted with the calendar of the whole country that comes
 * with the standard. A provisional answer accuses nobody. Pure; any thread.
 */
public final class Deadlines {

  private static final WorkingCalendar COUNTRY = WorkingCalendar.of(WorkingCalendar.shipped());
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  // Counting on from far beyond it leaves what java.time can hold; such a day is refused anyway.
  private static final int LAST_YEAR = 9999;

  private Deadlines() {}

  /** Whether it was done after the last day of the limit; false where a day is not given. */
  public static boolean missed(Limit limit, LocalDate start, LocalDate done) {
    if (start == null || done == null || start.getYear() > LAST_YEAR) {
      return false;
    }
    Due due = limit.from(start.atStartOfDay().atOffset(CHINA), COUNTRY);
    return !due.provisional() && done.isAfter(due.date());
  }

  /** Whether it was done after the last moment of the limit; false where a moment is not given. */
  public static boolean missed(Limit limit, OffsetDateTime start, OffsetDateTime done) {
    if (start == null || done == null || !countable(start) || !countable(done)) {
      return false;
    }
    Due due = limit.from(start.withOffsetSameInstant(CHINA), COUNTRY);
    return !due.provisional()
        && due.moment().map(done::isAfter).orElseGet(() -> day(done).isAfter(due.date()));
  }

  /** The day of a moment in China, whatever offset it is written with; null where there is none. */
  public static LocalDate day(OffsetDateTime moment) {
    return moment == null || !countable(moment)
        ? null
        : moment.withOffsetSameInstant(CHINA).toLocalDate();
  }

  private static boolean countable(OffsetDateTime moment) {
    return moment.getYear() > 0 && moment.getYear() <= LAST_YEAR;
  }

  /**
   * Whether the limit still ran on that day; false where a day is not given. Holds for a
   * provisional answer too, whose true end is the same day or later.
   */
  public static boolean running(Limit limit, LocalDate start, LocalDate day) {
    return start != null
        && day != null
        && start.getYear() <= LAST_YEAR
        && !day.isAfter(limit.from(start.atStartOfDay().atOffset(CHINA), COUNTRY).date());
  }

  /** Whether it was done after the day on which the document itself says its limit ends. */
  public static boolean missed(TimeLimit stated, LocalDate done) {
    LocalDate due = stated == null ? null : day(stated.getDue());
    return due != null && done != null && done.isAfter(due);
  }
}
