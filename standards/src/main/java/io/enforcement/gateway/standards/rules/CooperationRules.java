package io.enforcement.gateway.standards.rules;

/** Clues, assistance, copies, jurisdiction, joint enforcement, complaints. */
final class CooperationRules {

  private CooperationRules() {}

  static void addTo(RuleBook book) {}
}
