package io.enforcement.gateway.standards.rules.hotline;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.HotlineOrderReference;
import io.enforcement.gateway.standards.model.OrderFollowUp;
import io.enforcement.gateway.standards.model.OrderResult;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** What came of an order of the hotline, at once and later. */
final class HotlineResultRules {

  private static final String SOLVED = "0";
  private static final Set<String> UNSOLVED = Set.of("1", "2");
  private static final String RETURNED = "3";
  private static final String CASE_FILED = "3";

  private HotlineResultRules() {}

  static void result(OrderResult result, LocalDate today, Findings findings) {
    HotlineOrderReference order = result.getOrderReference();
    if (findings
        .deadlines()
        .missed(
            HotlineRules.limit(order), HotlineRules.dispatched(order), result.getFinishedAt())) {
      findings.add("hotline.result-late", "finishedAt", "after the limit for handling");
    }
    if (SOLVED.equals(result.getResultCode()) && !Boolean.TRUE.equals(result.isContacted())) {
      findings.add(
          "hotline.solved-without-contact",
          "contacted",
          result.isContacted() == null ? "absent" : "no");
    }
    if (result.getResultCode() != null
        && UNSOLVED.contains(result.getResultCode())
        && result.getUnsolvedReason() == null) {
      findings.add("hotline.unsolved-without-reason", "unsolvedReason", "absent");
    }
    if (!RETURNED.equals(result.getResultCode())) {
      reply(result.getPublicReply(), findings);
    }
    if (result.getPublicReply() != null
        && result.getInternalNote() != null
        && result.getPublicReply().strip().equals(result.getInternalNote().strip())) {
      findings.add("hotline.reply-is-note", "publicReply", "the internal note");
    }
    if (CASE_FILED.equals(result.getOutcome())) {
      caseNumber(result.getCaseReference(), findings);
    }
  }

  static void followUp(OrderFollowUp followUp, LocalDate today, Findings findings) {
    caseNumber(followUp.getCaseReference(), findings);
    reply(followUp.getPublicReply(), findings);
  }

  private static void reply(String reply, Findings findings) {
    if (reply == null) {
      findings.add("hotline.reply-missing", "publicReply", "absent");
    }
  }

  private static void caseNumber(CaseReference reference, Findings findings) {
    if (reference == null) {
      findings.add("hotline.case-missing", "caseReference", "absent");
    }
  }
}
