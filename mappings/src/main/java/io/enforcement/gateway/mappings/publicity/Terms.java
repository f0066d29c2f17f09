package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days of publication, in Beijing time. */
final class Terms {

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  // How long publications stay where the decision does not say: one region's rule, as published.
  private static final int YEARS_NATURAL_PERSON = 2;
  private static final int YEARS_OTHERS = 5;

  private Terms() {}

  static LocalDate today(Context context) {
    return context.at().atOffset(BEIJING).toLocalDate();
  }

  static LocalDate day(OffsetDateTime moment) {
    return moment.withOffsetSameInstant(BEIJING).toLocalDate();
  }

  /** As it is written; null for no day. */
  static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  /**
   * @param said what the decision says, or null
   */
  static LocalDate until(LocalDate said, LocalDate publishedOn, boolean naturalPerson) {
    return said == null
        ? publishedOn.plusYears(naturalPerson ? YEARS_NATURAL_PERSON : YEARS_OTHERS)
        : said;
  }
}
