package io.enforcement.gateway.standards.rules;

/** Discipline, courts, reconsideration and litigation. */
final class RemedyRules {

  private RemedyRules() {}

  static void addTo(RuleBook book) {}
}
