package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.calendar.Due;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Limits of law, and those that a record states itself, against what was done. A provisional answer
 * accuses nobody. Immutable; any thread.
 */
public final class Deadlines {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  // Counting on from far beyond it leaves what java.time can hold; such a day is refused anyway.
  private static final int LAST_YEAR = 9999;
  private static final int LONGEST = 9999;

  private final WorkingCalendar calendar;

  /**
   * @param calendar as seen from the place of the act
   */
  public Deadlines(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** Whether it was done after the last day of the limit; false where a day is not given. */
  public boolean missed(Limit limit, LocalDate start, LocalDate done) {
    if (start == null || done == null || start.getYear() > LAST_YEAR) {
      return false;
    }
    Due due = limit.from(start.atStartOfDay().atOffset(CHINA), calendar);
    return !due.provisional() && done.isAfter(due.date());
  }

  /** Whether it was done after the last moment of the limit; false where a moment is not given. */
  public boolean missed(Limit limit, OffsetDateTime start, OffsetDateTime done) {
    if (start == null || done == null || !countable(start) || !countable(done)) {
      return false;
    }
    Due due = limit.from(start.withOffsetSameInstant(CHINA), calendar);
    return !due.provisional()
        && due.moment().map(done::isAfter).orElseGet(() -> day(done).isAfter(due.date()));
  }

  /**
   * Whether it was done after the last moment of a limit that the record states; false where a
   * moment or the limit is not given.
   */
  public boolean missed(TimeLimit stated, OffsetDateTime start, OffsetDateTime done) {
    if (stated == null || done == null) {
      return false;
    }
    return stated.getDue() != null
        ? done.isAfter(stated.getDue())
        : counted(stated).filter(limit -> missed(limit, start, done)).isPresent();
  }

  /** The same for days. */
  public boolean missed(TimeLimit stated, LocalDate start, LocalDate done) {
    if (stated == null || done == null) {
      return false;
    }
    LocalDate due = day(stated.getDue());
    return due != null
        ? done.isAfter(due)
        : counted(stated).filter(limit -> missed(limit, start, done)).isPresent();
  }

  /** Whether it was done after the day on which the document itself says its limit ends. */
  public boolean missed(TimeLimit stated, LocalDate done) {
    LocalDate due = stated == null ? null : day(stated.getDue());
    return due != null && done != null && done.isAfter(due);
  }

  /**
   * Whether the limit still ran on that day; false where a day is not given. Holds for a
   * provisional answer too, whose true end is the same day or later.
   */
  public boolean running(Limit limit, LocalDate start, LocalDate day) {
    return start != null
        && day != null
        && start.getYear() <= LAST_YEAR
        && !day.isAfter(limit.from(start.atStartOfDay().atOffset(CHINA), calendar).date());
  }

  /** Whether a stated limit says when it ends, by a moment or by a length that can be counted. */
  public static boolean binds(TimeLimit stated) {
    return stated != null && (stated.getDue() != null || counted(stated).isPresent());
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

  private static Optional<Limit> counted(TimeLimit stated) {
    if (stated.getLength() == null
        || stated.getLength() < 0
        || stated.getLength() > LONGEST
        || stated.getUnit() == null
        || stated.getUnit() == TimeLimitUnit.FIX) {
      return Optional.empty();
    }
    return Optional.of(Limit.of(stated.getLength(), LimitUnit.valueOf(stated.getUnit().name())));
  }
}
