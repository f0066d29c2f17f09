package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.time.OffsetDateTime;

/** Limits as an order states them; nothing here is a limit of ours. */
final class Limits {

  private static final int MINUTES_OF_AN_HOUR = 60;

  private Limits() {}

  /** Null when the order says nothing about it. */
  static TimeLimit of(Integer length, TimeLimitUnit unit, OffsetDateTime due) {
    if (length == null && due == null) {
      return null;
    }
    TimeLimit limit = new TimeLimit();
    limit.setLength(length);
    limit.setUnit(length == null ? null : unit);
    limit.setDue(due);
    return limit;
  }

  /** The standard has no minutes: whole hours stay a length, others become their end. */
  static TimeLimit ofMinutes(Integer minutes, OffsetDateTime from) {
    if (minutes == null || from == null) {
      return null;
    }
    OffsetDateTime due = from.plusMinutes(minutes);
    return minutes % MINUTES_OF_AN_HOUR == 0
        ? of(minutes / MINUTES_OF_AN_HOUR, TimeLimitUnit.H, due)
        : of(null, null, due);
  }
}
