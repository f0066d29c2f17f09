package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.rules.book.RuleBook;

/** Cases and the acts and steps within them, except the penalty decision itself. */
public final class ActRules {

  private ActRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    CaseFlowRules.addTo(book);
    DefenceRules.addTo(book);
    PenaltyHearingRules.addTo(book);
    LegalReviewRules.addTo(book);
    DocumentServiceRules.addTo(book);
    RecordingRules.addTo(book);
    PenaltyExecutionRules.addTo(book);
    CoercionMeasureRules.addTo(book);
    CoercionExecutionRules.addTo(book);
    LicenceRules.addTo(book);
    OtherActRules.addTo(book);
  }
}
