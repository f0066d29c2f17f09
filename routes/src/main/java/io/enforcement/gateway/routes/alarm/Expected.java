package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.partner.PartnerFile.Expectation;
import io.enforcement.gateway.standards.calendar.DayKind;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The last period in which something was expected that is over: from its first day on something
 * must have come by its end, in Beijing time.
 *
 * @param from first day of the period
 * @param by when it had to be here
 */
record Expected(LocalDate from, LocalDateTime by) {

  /** No period is longer than a month with the longest holiday behind it. */
  private static final int LOOK_BACK = 45;

  /**
   * What was expected last; empty where the calendar does not know.
   *
   * @param now in Beijing
   */
  static Optional<Expected> last(
      Expectation expectation, WorkingCalendar calendar, LocalDateTime now) {
    LocalTime time = LocalTime.parse(expectation.by());
    for (int back = 0; back <= LOOK_BACK; back++) {
      LocalDate day = now.toLocalDate().minusDays(back);
      if (!day.atTime(time).isAfter(now) && isDue(expectation, calendar, day)) {
        return Optional.of(new Expected(from(expectation, day), day.atTime(time)));
      }
    }
    return Optional.empty();
  }

  private static boolean isDue(Expectation expectation, WorkingCalendar calendar, LocalDate day) {
    return switch (expectation.every()) {
      case DAY -> true;
      case WORKDAY -> works(calendar, day);
      case WEEK ->
          lastWorkingDay(calendar, day, day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
      case MONTH -> lastWorkingDay(calendar, day, day.with(TemporalAdjusters.lastDayOfMonth()));
    };
  }

  private static boolean lastWorkingDay(WorkingCalendar calendar, LocalDate day, LocalDate end) {
    return works(calendar, day)
        && day.plusDays(1).datesUntil(end.plusDays(1)).noneMatch(later -> works(calendar, later));
  }

  private static boolean works(WorkingCalendar calendar, LocalDate day) {
    return calendar.kind(day) == DayKind.WORKING;
  }

  private static LocalDate from(Expectation expectation, LocalDate day) {
    return switch (expectation.every()) {
      case DAY, WORKDAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
