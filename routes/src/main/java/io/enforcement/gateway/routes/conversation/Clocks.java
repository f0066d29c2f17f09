package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.standards.calendar.DayKind;
import io.enforcement.gateway.standards.calendar.Due;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * From a start and a limit to the moment at which it ends. A limit of days ends with its last day;
 * hours from a day without a time of day run from its end, which accuses nobody too early.
 * Immutable; any thread.
 */
final class Clocks {

  private final WorkingCalendar calendar;

  /**
   * @param calendar as seen from the place
   */
  Clocks(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * @param at the last moment; of a limit of days midnight after its last day
   */
  record End(OffsetDateTime at, SortedSet<Integer> unknownYears) {}

  /** The end as the limit gives it, before a last day of rest rolls on. */
  End counted(Moment start, Limit limit) {
    return switch (limit.unit()) {
      case CD -> raw(start.day().plusDays(limit.amount()));
      case MON -> raw(start.day().plusMonths(limit.amount()));
      case H, H_NEXT, WD, FIX -> end(limit, from(start, limit));
    };
  }

  /** The moment from which a limit runs. */
  static OffsetDateTime from(Moment start, Limit limit) {
    boolean hours = limit.unit() == LimitUnit.H || limit.unit() == LimitUnit.H_NEXT;
    return hours && !start.exact() ? start.at().plusDays(1) : start.at();
  }

  private End end(Limit limit, OffsetDateTime from) {
    Due due = limit.from(from, calendar);
    return new End(due.moment().orElseGet(() -> after(due.date())), due.unknownYears());
  }

  private static End raw(LocalDate last) {
    return new End(after(last), new TreeSet<>());
  }

  /** The end that a document states: a moment, or the end of a day. */
  static End stated(Moment due) {
    return new End(due.exact() ? due.at() : after(due.day()), new TreeSet<>());
  }

  /**
   * The end with the days that were left out added: working days to a limit of working days, else
   * days; then a last day of rest of a limit of days or months rolls on.
   *
   * @param counted as {@link #counted} gave it, or as a document states it
   * @param leftOut how many days
   */
  End due(End counted, Limit limit, int leftOut) {
    LocalDate last = counted.at().minusNanos(1).toLocalDate();
    return switch (limit.unit()) {
      case CD, MON -> limit.amount() + leftOut == 0 ? counted : rolled(last.plusDays(leftOut));
      case WD -> leftOut == 0 ? counted : further(counted, last, leftOut);
      case H, H_NEXT, FIX -> counted;
    };
  }

  private End rolled(LocalDate last) {
    Due due = Limit.of(1, LimitUnit.CD).from(Moment.of(last.minusDays(1)).at(), calendar);
    return new End(after(due.date()), due.unknownYears());
  }

  private End further(End counted, LocalDate last, int days) {
    Due due = Limit.of(days, LimitUnit.WD).from(Moment.of(last).at(), calendar);
    SortedSet<Integer> unknown = new TreeSet<>(counted.unknownYears());
    unknown.addAll(due.unknownYears());
    return new End(after(due.date()), unknown);
  }

  /** How many days between these, both included, a limit leaves out. */
  int leftOut(Limit limit, LocalDate from, LocalDate until) {
    if (limit.unit() != LimitUnit.WD) {
      return (int) (until.toEpochDay() - from.toEpochDay()) + 1;
    }
    return (int)
        from.datesUntil(until.plusDays(1)).filter(day -> calendar.kind(day) != DayKind.OFF).count();
  }

  /** When something that long before the end begins. */
  OffsetDateTime before(OffsetDateTime end, Limit warning) {
    return switch (warning.unit()) {
      case H, H_NEXT -> end.minusHours(warning.amount());
      case WD -> workingDaysBefore(end, warning.amount());
      default -> end.minusDays(warning.amount());
    };
  }

  private OffsetDateTime workingDaysBefore(OffsetDateTime end, int days) {
    LocalDate day = end.minusNanos(1).toLocalDate();
    for (int counted = 0; counted < days; ) {
      day = day.minusDays(1);
      if (calendar.kind(day) != DayKind.OFF) {
        counted++;
      }
    }
    return Moment.of(day).at();
  }

  /** Whether something was done after the end. A day is late when all of it is. */
  static boolean late(Moment done, OffsetDateTime end) {
    return done.exact() ? done.at().isAfter(end) : !done.at().isBefore(end);
  }

  private static OffsetDateTime after(LocalDate day) {
    return Moment.of(day.plusDays(1)).at();
  }
}
