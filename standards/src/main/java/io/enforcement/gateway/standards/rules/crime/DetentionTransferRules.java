package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.DetentionResult;
import io.enforcement.gateway.standards.model.DetentionTransfer;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.util.Objects;

/**
 * Transfers for administrative detention, by 移送适用行政拘留环境违法案件暂行办法: all its days are working days
 * (art. 19).
 */
final class DetentionTransferRules {

  // Art. 12, 13 and 14.
  private static final Limit SENDING = Limit.parse("3 WD");
  private static final Limit EVIDENCE = Limit.parse("3 WD");
  private static final Limit NOTICE = Limit.parse("3 WD");
  // Art. 15.
  private static final Limit REFUSAL = Limit.parse("5 WD");
  private static final String LIST = "08";
  // Table detention-result.
  private static final String REFUSED = "2";
  private static final String EVIDENCE_ASKED = "3";

  private DetentionTransferRules() {}

  static void addTo(RuleBook book) {
    book.add(DetentionTransfer.class, (transfer, today, findings) -> transfer(transfer, findings));
    book.add(DetentionResult.class, (result, today, findings) -> result(result, findings));
  }

  private static void transfer(DetentionTransfer transfer, Findings findings) {
    CrimeRules.late(
        "detention.transfer-late",
        SENDING,
        transfer.getDecidedOn(),
        transfer.getSentOn(),
        "sentOn",
        findings);
    CrimeRules.addressee(transfer.getReceiver(), CrimeRules.POLICE, findings);
    boolean listed =
        transfer.getPapers().stream()
            .filter(Objects::nonNull)
            .anyMatch(paper -> LIST.equals(paper.getKind()));
    if (!listed) {
      findings.add("detention.paper-list", "papers", "no list of papers");
    }
  }

  private static void result(DetentionResult result, Findings findings) {
    if (REFUSED.equals(result.getKind())) {
      answered(result, REFUSAL, findings);
      CrimeRules.reason(result.getReason(), findings);
      CrimeRules.papersBack(result.isPapersReturned(), findings);
    } else if (EVIDENCE_ASKED.equals(result.getKind())) {
      answered(result, EVIDENCE, findings);
    } else {
      CrimeRules.late(
          "detention.notice-late",
          NOTICE,
          result.getDecidedOn(),
          result.getNoticedOn(),
          "noticedOn",
          findings);
    }
  }

  private static void answered(DetentionResult result, Limit limit, Findings findings) {
    CrimeRules.late(
        "detention.answer-late",
        limit,
        result.getAcceptedOn(),
        result.getDecidedOn(),
        "decidedOn",
        findings);
  }
}
