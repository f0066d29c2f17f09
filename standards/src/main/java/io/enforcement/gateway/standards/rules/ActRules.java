package io.enforcement.gateway.standards.rules;

/** Cases and the acts and steps within them, except the penalty decision itself. */
final class ActRules {

  private ActRules() {}

  static void addTo(RuleBook book) {}
}
