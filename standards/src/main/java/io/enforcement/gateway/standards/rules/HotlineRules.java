package io.enforcement.gateway.standards.rules;

/** Orders of the 12345 hotline. */
final class HotlineRules {

  private HotlineRules() {}

  static void addTo(RuleBook book) {}
}
