package io.enforcement.gateway.standards.rules;

/** Questions answered at once. */
final class QueryRules {

  private QueryRules() {}

  static void addTo(RuleBook book) {}
}
