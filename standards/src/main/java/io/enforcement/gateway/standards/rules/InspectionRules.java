package io.enforcement.gateway.standards.rules;

/** Inspections and their plans. */
final class InspectionRules {

  private InspectionRules() {}

  static void addTo(RuleBook book) {}
}
