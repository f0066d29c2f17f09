package io.enforcement.gateway.benchmarks.year;

import io.enforcement.gateway.standards.calendar.DayKind;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Counts days one by one, as a clerk with a calendar on the wall does: the day of the event does
 * not count; a limit ends with its last day.
 */
final class LegalDays {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final WorkingCalendar calendar = WorkingCalendar.of(WorkingCalendar.shipped());

  /** The end of the working day that is the n-th after this day. */
  Instant workingDays(LocalDate start, int n) {
    LocalDate day = start;
    for (int counted = 0; counted < n; ) {
      day = day.plusDays(1);
      if (works(day)) {
        counted++;
      }
    }
    return endOf(day);
  }

  /**
   * The end of the n-th day after this day, or of the next working day where that is one off; what
   * must happen the same day is not put off.
   */
  Instant calendarDays(LocalDate start, int n) {
    LocalDate day = start.plusDays(n);
    while (n > 0 && !works(day)) {
      day = day.plusDays(1);
    }
    return endOf(day);
  }

  /** In a year without a calendar nobody can say which days are off: the earliest end counts. */
  private boolean works(LocalDate day) {
    return calendar.kind(day) != DayKind.OFF;
  }

  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(CHINA).toInstant();
  }
}
