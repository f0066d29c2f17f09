package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.InspectionPlan;
import io.enforcement.gateway.standards.model.OfficerReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Inspections and their plans; one class per matter. */
final class InspectionRules {

  static final String RANDOM = "02";

  private InspectionRules() {}

  static void addTo(RuleBook book) {
    book.add(InspectionPlan.class, InspectionPlanRules::check);
    book.add(Inspection.class, InspectionDutyRules::check);
    book.add(Inspection.class, InspectionOutcomeRules::check);
  }

  /** The certificates of these officers, as often as they are named. */
  static Stream<String> certificates(List<OfficerReference> officers) {
    return officers.stream()
        .filter(Objects::nonNull)
        .map(OfficerReference::getCertNo)
        .filter(Objects::nonNull);
  }
}
