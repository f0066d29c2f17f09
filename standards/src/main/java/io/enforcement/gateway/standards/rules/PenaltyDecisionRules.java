package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.PenaltyDecision;

/** Everything that is asked of a penalty decision; one class per matter. */
final class PenaltyDecisionRules {

  private PenaltyDecisionRules() {}

  static void addTo(RuleBook book) {
    book.add(PenaltyDecision.class, CaseRules::check);
    book.add(PenaltyDecision.class, PartyRules::check);
    book.add(PenaltyDecision.class, MinorRules::check);
    book.add(PenaltyDecision.class, OfficerRules::check);
    book.add(PenaltyDecision.class, BasisRules::check);
    book.add(PenaltyDecision.class, PenaltyRules::check);
    book.add(PenaltyDecision.class, DetentionRules::check);
    book.add(PenaltyDecision.class, ProcedureRules::check);
    book.add(PenaltyDecision.class, ReviewRules::check);
    book.add(PenaltyDecision.class, DutyRules::check);
    book.add(PenaltyDecision.class, PublicityRules::check);
  }
}
