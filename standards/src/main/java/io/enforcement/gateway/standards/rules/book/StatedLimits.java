package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Limits that a record states itself, against what was done. The due moment that is stated goes
 * before the length, which is counted only where no moment is given. What states neither binds
 * nobody. Pure; any thread.
 */
public final class StatedLimits {

  // As long as a written limit can be: whoever states more has no limit that could be counted.
  private static final int LONGEST = 9999;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private StatedLimits() {}

  /** Whether it was done after the last moment; false where a moment or the limit is not given. */
  public static boolean missed(TimeLimit limit, OffsetDateTime start, OffsetDateTime done) {
    if (limit == null || done == null) {
      return false;
    }
    return limit.getDue() != null
        ? done.isAfter(limit.getDue())
        : counted(limit).filter(length -> Deadlines.missed(length, start, done)).isPresent();
  }

  /** Whether it was done after the last day; false where a day or the limit is not given. */
  public static boolean missed(TimeLimit limit, LocalDate start, LocalDate done) {
    if (limit == null || done == null) {
      return false;
    }
    return limit.getDue() != null
        ? done.isAfter(limit.getDue().withOffsetSameInstant(CHINA).toLocalDate())
        : counted(limit).filter(length -> Deadlines.missed(length, start, done)).isPresent();
  }

  /** Whether it says when it ends, by a moment or by a length that can be counted. */
  public static boolean binds(TimeLimit limit) {
    return limit != null && (limit.getDue() != null || counted(limit).isPresent());
  }

  private static Optional<Limit> counted(TimeLimit limit) {
    if (limit.getLength() == null
        || limit.getLength() < 0
        || limit.getLength() > LONGEST
        || limit.getUnit() == null
        || limit.getUnit() == TimeLimitUnit.FIX) {
      return Optional.empty();
    }
    return Optional.of(Limit.of(limit.getLength(), LimitUnit.valueOf(limit.getUnit().name())));
  }
}
