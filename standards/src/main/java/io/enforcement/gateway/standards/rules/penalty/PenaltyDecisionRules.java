package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.RuleBook;

/** Everything that is asked of a penalty decision; one class per matter. */
public final class PenaltyDecisionRules {

  private PenaltyDecisionRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
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
