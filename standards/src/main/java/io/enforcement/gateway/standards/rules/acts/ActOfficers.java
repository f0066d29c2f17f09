package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.OfficerReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Officers of an act, told apart by the numbers of their certificates. */
final class ActOfficers {

  private ActOfficers() {}

  /** How many different certificates; 行政处罚法 art. 42 and 行政强制法 art. 18 ask for two. */
  static long certified(Stream<OfficerReference> officers) {
    return officers
        .filter(Objects::nonNull)
        .map(OfficerReference::getCertNo)
        .filter(Objects::nonNull)
        .distinct()
        .count();
  }

  /** Whether this person is among the officers. */
  static boolean isAmong(List<OfficerReference> officers, OfficerReference person) {
    return person != null
        && person.getCertNo() != null
        && officers.stream()
            .filter(Objects::nonNull)
            .anyMatch(officer -> person.getCertNo().equals(officer.getCertNo()));
  }
}
