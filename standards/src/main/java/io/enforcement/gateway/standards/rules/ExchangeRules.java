package io.enforcement.gateway.standards.rules;

/** What the exchange itself says. */
final class ExchangeRules {

  private ExchangeRules() {}

  static void addTo(RuleBook book) {}
}
