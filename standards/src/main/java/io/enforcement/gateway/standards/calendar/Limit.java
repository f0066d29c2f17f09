package io.enforcement.gateway.standards.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time that a law or rule gives, with its way of counting. Written {@code 5 WD}, {@code
 * 24 H}, {@code 2 MON}, {@code FIX 01-15}. Immutable; any thread.
 *
 * @param amount how many; 0 means at once
 * @param unit how they are counted
 * @param fixed the date, for {@link LimitUnit#FIX} only
 */
public record Limit(int amount, LimitUnit unit, Optional<MonthDay> fixed) {

  private static final Pattern COUNTED = Pattern.compile("(\\d{1,4}) (H|H_NEXT|WD|CD|MON)");
  private static final Pattern FIXED = Pattern.compile("FIX (\\d{2}-\\d{2})");

  public Limit {
    if (amount < 0 || fixed.isPresent() != (unit == LimitUnit.FIX)) {
      throw new IllegalArgumentException("a limit is an amount with a unit, or a fixed date");
    }
  }

  public static Limit of(int amount, LimitUnit unit) {
    return new Limit(amount, unit, Optional.empty());
  }

  /**
   * A limit as it is written.
   *
   * @throws IllegalArgumentException when it is written otherwise
   */
  public static Limit parse(String text) {
    Matcher counted = COUNTED.matcher(text);
    if (counted.matches()) {
      return of(Integer.parseInt(counted.group(1)), LimitUnit.valueOf(counted.group(2)));
    }
    Matcher fixed = FIXED.matcher(text);
    if (fixed.matches()) {
      return new Limit(0, LimitUnit.FIX, Optional.of(monthDay(fixed.group(1))));
    }
    throw written(text);
  }

  /** As it is written; {@link #parse} reads it. */
  @Override
  public String toString() {
    return fixed
        .map(day -> "FIX " + day.toString().substring(2))
        .orElseGet(() -> amount + " " + unit);
  }

  private static MonthDay monthDay(String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeParseException e) {
      throw written(text);
    }
  }

  private static IllegalArgumentException written(String text) {
    return new IllegalArgumentException(
        "a limit is written like '5 WD', '24 H', '2 MON' or 'FIX 01-15', not '" + text + "'");
  }

  /**
   * When the limit ends.
   *
   * @param start the moment that starts it, with the offset of the place
   * @param calendar as seen from the place
   */
  public Due from(OffsetDateTime start, WorkingCalendar calendar) {
    LocalDate day = start.toLocalDate();
    return switch (unit) {
      case H -> hours(start);
      case H_NEXT -> hours(start.truncatedTo(ChronoUnit.HOURS).plusHours(1));
      case WD -> workingDays(day, calendar);
      case CD -> rolled(day.plusDays(amount), calendar);
      case MON -> rolled(day.plusMonths(amount), calendar);
      case FIX -> fixedAfter(day);
    };
  }

  private Due hours(OffsetDateTime from) {
    OffsetDateTime end = from.plusHours(amount);
    return new Due(end.toLocalDate(), Optional.of(end), new TreeSet<>());
  }

  // A day that nobody knows counts as a working day: the true end is this one or later.
  private Due workingDays(LocalDate start, WorkingCalendar calendar) {
    SortedSet<Integer> unknown = new TreeSet<>();
    LocalDate day = start;
    for (int counted = 0; counted < amount; ) {
      day = day.plusDays(1);
      DayKind kind = calendar.kind(day);
      if (kind != DayKind.OFF) {
        counted++;
      }
      if (kind == DayKind.UNKNOWN) {
        unknown.add(day.getYear());
      }
    }
    return new Due(day, Optional.empty(), unknown);
  }

  private Due rolled(LocalDate raw, WorkingCalendar calendar) {
    LocalDate day = raw;
    while (amount > 0 && calendar.kind(day) == DayKind.OFF) {
      day = day.plusDays(1);
    }
    SortedSet<Integer> unknown = new TreeSet<>();
    if (amount > 0 && calendar.kind(day) == DayKind.UNKNOWN) {
      unknown.add(day.getYear());
    }
    return new Due(day, Optional.empty(), unknown);
  }

  private Due fixedAfter(LocalDate start) {
    MonthDay date = fixed.orElseThrow();
    LocalDate thisYear = date.atYear(start.getYear());
    LocalDate next = thisYear.isAfter(start) ? thisYear : date.atYear(start.getYear() + 1);
    return new Due(next, Optional.empty(), new TreeSet<>());
  }
}
