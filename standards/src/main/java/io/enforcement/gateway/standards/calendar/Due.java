package io.enforcement.gateway.standards.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedSet;

/**
 * When a limit ends.
 *
 * @param date its last day; when provisional, the earliest that it can be
 * @param moment its last moment, for limits of hours
 * @param unknownYears the years whose calendar would be needed and is not there; empty when the
 *     answer is final
 */
public record Due(
    LocalDate date, Optional<OffsetDateTime> moment, SortedSet<Integer> unknownYears) {

  /**
   * Whether the answer may still move to a later day: whoever has to act by the date is safe with
   * it, whoever counts others as late is not.
   */
  public boolean provisional() {
    return !unknownYears.isEmpty();
  }
}
