package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.PenaltyDecision;

/** Everything that is asked of a penalty decision; one class per matter. */
final class PenaltyDecisionRules {

  private PenaltyDecisionRules() {}

  static void addTo(RuleBook book) {
    book.add(PenaltyDecision.class, CaseRules::check);
    book.add(PenaltyDecision.class, PartyRules::check);
    book.add(PenaltyDecision.class, PenaltyRules::check);
    book.add(PenaltyDecision.class, DutyRules::check);
  }
}
