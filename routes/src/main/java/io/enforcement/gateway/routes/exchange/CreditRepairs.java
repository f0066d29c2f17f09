package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.CreditRepair;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.PublishedDecision;

/** Repairs of the credit record of a decision: which concern it, and what they mean for it. */
final class CreditRepairs {

  private static final String GRANTED = "1";
  private static final String ENDS_PUBLICATION = "1";

  private CreditRepairs() {}

  /** The key within which the repairs of this decision keep their order. */
  static String keyOf(PenaltyDecision decision) {
    CreditRepair repair = new CreditRepair();
    repair.setBody(decision.getBody());
    repair.setPublishedDecision(new PublishedDecision());
    repair.getPublishedDecision().setDocumentNumber(decision.getPunishFileNum());
    return RecordIdentity.of(repair).caseKey().orElseThrow();
  }

  /** Whether it was granted, and the decision is published and shared no more. */
  static boolean endsPublication(CreditRepair repair) {
    return GRANTED.equals(repair.getResultCode()) && ENDS_PUBLICATION.equals(repair.getKind());
  }
}
