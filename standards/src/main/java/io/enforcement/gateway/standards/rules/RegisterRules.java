package io.enforcement.gateway.standards.rules;

/** Registers: items, bodies, officers, norms, discretion standards. */
final class RegisterRules {

  private RegisterRules() {}

  static void addTo(RuleBook book) {}
}
