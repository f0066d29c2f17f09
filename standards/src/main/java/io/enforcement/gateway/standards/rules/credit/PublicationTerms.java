package io.enforcement.gateway.standards.rules.credit;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long a penalty stays published on the credit platform, counted from the date of the decision.
 * The rule changed, so it depends on the day on which somebody asks; earlier days are not judged.
 */
final class PublicationTerms {

  static final String SLIGHT = "1";
  static final String ORDINARY = "2";
  static final String SERIOUS = "3";

  // NDRC order 58, in force until 2026-03-31: 3 months to 3 years; safety fields at least a year.
  private static final LocalDate ORDER_58 = LocalDate.of(2023, 5, 1);
  // NDRC order 36: slight at most 3 months, ordinary 3 months to 1 year, serious 1 to 3 years.
  private static final LocalDate ORDER_36 = LocalDate.of(2026, 4, 1);
  private static final Period THREE_MONTHS = Period.ofMonths(3);
  private static final Period ONE_YEAR = Period.ofYears(1);
  private static final Period THREE_YEARS = Period.ofYears(3);

  private PublicationTerms() {}

  /** The shortest term before a repair; empty where none is known, so that nobody is accused. */
  static Optional<Period> shortest(LocalDate on, String severity, Boolean safetyField) {
    if (on == null || on.isBefore(ORDER_58)) {
      return Optional.empty();
    }
    if (on.isBefore(ORDER_36)) {
      return Optional.of(Boolean.TRUE.equals(safetyField) ? ONE_YEAR : THREE_MONTHS);
    }
    return ORDINARY.equals(severity)
        ? Optional.of(THREE_MONTHS)
        : Optional.of(ONE_YEAR).filter(year -> SERIOUS.equals(severity));
  }

  /** The longest term; empty where none is known. */
  static Optional<Period> longest(LocalDate on, String severity) {
    if (on == null || on.isBefore(ORDER_58)) {
      return Optional.empty();
    }
    if (on.isBefore(ORDER_36)) {
      return Optional.of(THREE_YEARS);
    }
    if (SLIGHT.equals(severity)) {
      return Optional.of(THREE_MONTHS);
    }
    return Optional.of(ORDINARY.equals(severity) ? ONE_YEAR : THREE_YEARS);
  }
}
