package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.ReasonsStatement;
import io.enforcement.gateway.standards.model.ReviewDecision;
import io.enforcement.gateway.standards.model.ReviewRequest;
import io.enforcement.gateway.standards.model.SupervisionResult;
import io.enforcement.gateway.standards.model.SupervisionSuggestion;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;

/**
 * What may follow when no case is filed: review by the police, supervision by the procuratorate.
 */
final class CrimeReviewRules {

  // 国务院令第730号 art. 9, for the request, the decision and the suggestion after it. In the field
  // of environment 环环监〔2017〕17号 art. 11 counts working days for the first two.
  private static final Limit REVIEW = Limit.parse("3 CD");
  // 人民检察院刑事诉讼规则 art. 560 and 561.
  private static final Limit REASONS = Limit.parse("7 CD");
  private static final Limit RESULT = Limit.parse("10 CD");
  // Tables filing-review-outcome, filing-supervision-ground and -result.
  private static final String UPHELD = "2";
  private static final String AFTER_REVIEW = "2";
  private static final String OVERDUE = "3";
  private static final String REASONS_HOLD = "1";

  private CrimeReviewRules() {}

  static void addTo(RuleBook book) {
    book.add(ReviewRequest.class, (request, today, findings) -> request(request, findings));
    book.add(ReviewDecision.class, (decision, today, findings) -> decision(decision, findings));
    book.add(
        SupervisionSuggestion.class,
        (suggestion, today, findings) -> suggestion(suggestion, findings));
    book.add(
        ReasonsStatement.class, (statement, today, findings) -> statement(statement, findings));
    book.add(SupervisionResult.class, (result, today, findings) -> result(result, findings));
  }

  private static void request(ReviewRequest request, Findings findings) {
    CrimeRules.late(
        "crime.review-request-late",
        REVIEW,
        CrimeRules.received(request.getRefusal()),
        request.getRequestedOn(),
        "requestedOn",
        findings);
    CrimeRules.addressee(request.getReceiver(), CrimeRules.POLICE, findings);
    OrganReference refused = request.getRefusal() == null ? null : request.getRefusal().getSender();
    if (refused != null
        && refused.getUscc() != null
        && request.getReceiver() != null
        && request.getReceiver().getUscc() != null
        && !refused.getUscc().equals(request.getReceiver().getUscc())) {
      findings.add("crime.review-elsewhere", "receiver.uscc", "not the organ that refused");
    }
  }

  private static void decision(ReviewDecision decision, Findings findings) {
    CrimeRules.late(
        "crime.review-late",
        REVIEW,
        CrimeRules.received(decision.getRequest()),
        decision.getDecidedOn(),
        "decidedOn",
        findings);
    if (UPHELD.equals(decision.getOutcome())) {
      CrimeRules.reason(decision.getReason(), findings);
    }
  }

  private static void suggestion(SupervisionSuggestion suggestion, Findings findings) {
    if (AFTER_REVIEW.equals(suggestion.getGround())) {
      CrimeRules.late(
          "crime.suggestion-late",
          REVIEW,
          CrimeRules.received(suggestion.getDisputed()),
          suggestion.getSuggestedOn(),
          "suggestedOn",
          findings);
    }
    if (suggestion.getDisputed() == null
        && suggestion.getGround() != null
        && !OVERDUE.equals(suggestion.getGround())) {
      findings.add("crime.suggestion-document", "disputed", "absent");
    }
    CrimeRules.addressee(suggestion.getReceiver(), CrimeRules.PROCURATORATE, findings);
  }

  private static void statement(ReasonsStatement statement, Findings findings) {
    CrimeRules.late(
        "crime.reasons-late",
        REASONS,
        CrimeRules.received(statement.getRequest()),
        statement.getStatedOn(),
        "statedOn",
        findings);
  }

  private static void result(SupervisionResult result, Findings findings) {
    if (REASONS_HOLD.equals(result.getResult())) {
      CrimeRules.late(
          "crime.result-late", RESULT, result.getFoundOn(), result.getToldOn(), "toldOn", findings);
      CrimeRules.reason(result.getReason(), findings);
    }
  }
}
