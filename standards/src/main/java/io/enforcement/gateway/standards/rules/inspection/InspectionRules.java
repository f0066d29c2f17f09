package io.enforcement.gateway.standards.rules.inspection;

import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.InspectionPlan;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Inspections and their plans; one class per matter. */
public final class InspectionRules {

  static final String RANDOM = "02";

  private InspectionRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
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
