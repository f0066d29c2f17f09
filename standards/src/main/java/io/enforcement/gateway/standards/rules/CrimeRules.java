package io.enforcement.gateway.standards.rules;

/** Transfers between enforcement and criminal justice, both ways. */
final class CrimeRules {

  private CrimeRules() {}

  static void addTo(RuleBook book) {}
}
