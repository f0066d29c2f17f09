package io.enforcement.gateway.standards.codes;

import java.time.LocalDate;
import java.util.List;

/**
 * One administrative division (行政区划). Immutable; any thread.
 *
 * @param code 6 digits (GB/T 2260), or 9 for a township (NBS)
 * @param name its own Chinese name, without those above it
 * @param level 1 province, 2 city, 3 county, 4 township
 * @param validFrom first day of the code, or null where nobody told
 * @param validTo last day of the code, or null for one that is in force. Of the shipped rows it is
 *     the day before the first yearly edition without the code: the law may have ended it up to a
 *     year earlier, and offices may have gone on with it for some months
 * @param successors the codes that its area went to, empty where unknown
 * @param source where the row comes from
 */
public record Division(
    String code,
    String name,
    int level,
    LocalDate validFrom,
    LocalDate validTo,
    List<String> successors,
    String source) {

  public Division {
    successors = List.copyOf(successors);
  }

  /** Whether the code could be used on this day, as far as anybody told. */
  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
