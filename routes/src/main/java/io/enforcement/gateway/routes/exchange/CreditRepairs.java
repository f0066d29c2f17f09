package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.CreditRepair;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.PublishedDecision;

/** Which repairs of credit records concern a decision: those of its body and number. */
final class CreditRepairs {

  private CreditRepairs() {}

  /** The key within which the repairs of this decision keep their order. */
  static String keyOf(PenaltyDecision decision) {
    CreditRepair repair = new CreditRepair();
    repair.setBody(decision.getBody());
    repair.setPublishedDecision(new PublishedDecision());
    repair.getPublishedDecision().setDocumentNumber(decision.getPunishFileNum());
    return RecordIdentity.of(repair).caseKey().orElseThrow();
  }
}
