package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.ClueTransfer;
import io.enforcement.gateway.standards.model.FilingDisagreement;
import io.enforcement.gateway.standards.model.FilingFeedback;
import io.enforcement.gateway.standards.model.FilingRuling;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.OutcomeFeedback;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/**
 * A clue between supervising and enforcement department, and all that is told back (demand U04).
 */
final class ClueRules {

  // 宁建(督)发〔2024〕2号 item 5. It says only 日: working days, the reading that accuses least.
  private static final Limit TRANSFER = Limit.parse("5 WD");
  private static final Limit FILING_FEEDBACK = Limit.parse("3 WD");
  private static final Limit OUTCOME_FEEDBACK = Limit.parse("5 WD");
  // 市场监督管理行政处罚程序规定 art. 18: 15 working days, and 15 more when extended.
  private static final Limit FILING = Limit.parse("15 WD");
  private static final Limit FILING_EXTENDED = Limit.parse("30 WD");

  // Codes of clue-outcome and coordination-ruling.
  private static final Set<String> DECISIONS = Set.of("1", "2");
  private static final Set<String> STOPS = Set.of("3", "4");
  private static final String OTHER_BODY = "3";

  private ClueRules() {}

  static void transfer(ClueTransfer found, LocalDate today, Findings findings) {
    if (findings.deadlines().missed(TRANSFER, found.getFoundDate(), found.getSentDate())) {
      findings.add("clue.sent-late", "sentDate", "after the limit");
    }
    if (found.getAttachments().isEmpty() && found.getPapers().isEmpty()) {
      findings.add("clue.no-evidence", "attachments", "absent");
    }
  }

  static void filing(FilingFeedback found, LocalDate today, Findings findings) {
    Limit limit = Boolean.TRUE.equals(found.isExtended()) ? FILING_EXTENDED : FILING;
    if (findings.deadlines().missed(limit, found.getClueReceivedDate(), found.getDecidedDate())) {
      findings.add(
          "clue.filing-late", "decidedDate", "after the limit", Integer.toString(limit.amount()));
    }
    if (findings
        .deadlines()
        .missed(FILING_FEEDBACK, found.getDecidedDate(), found.getFeedbackDate())) {
      findings.add("clue.filing-feedback-late", "feedbackDate", "after the limit");
    }
    if (Boolean.TRUE.equals(found.isFiled()) && found.getCaseNumber() == null) {
      findings.add("clue.filed-without-case", "caseNumber", "absent");
    }
    if (Boolean.FALSE.equals(found.isFiled()) && found.getReason() == null) {
      findings.add("clue.not-filed-without-reason", "reason", "absent");
    }
    if (Boolean.FALSE.equals(found.isFiled()) && found.getCaseNumber() != null) {
      findings.add("clue.filing-contradicted", "caseNumber", "present although not filed");
    }
  }

  static void outcome(OutcomeFeedback found, LocalDate today, Findings findings) {
    if (findings
        .deadlines()
        .missed(OUTCOME_FEEDBACK, found.getDecidedDate(), found.getFeedbackDate())) {
      findings.add("clue.outcome-feedback-late", "feedbackDate", "after the limit");
    }
    String outcome = found.getOutcome();
    if (outcome == null) {
      return;
    }
    if (DECISIONS.contains(outcome) && found.getDocumentNumber() == null) {
      findings.add("clue.outcome-without-number", "documentNumber", "absent");
    }
    if (STOPS.contains(outcome) && found.getReason() == null) {
      findings.add("clue.outcome-without-reason", "reason", "absent");
    }
  }

  static void disagreement(FilingDisagreement found, LocalDate today, Findings findings) {
    OrganReference superior = found.getAddressee();
    OrganReference refusing = found.getEnforcementOrgan();
    boolean refusingBody =
        superior != null
            && refusing != null
            && superior.getUscc() != null
            && superior.getUscc().equals(refusing.getUscc());
    if (refusingBody || CooperationRules.same(found.getBody(), superior)) {
      findings.add("clue.not-superior", "addressee", "one of the two bodies");
    }
  }

  static void ruling(FilingRuling found, LocalDate today, Findings findings) {
    if (OTHER_BODY.equals(found.getRuling()) && found.getDesignatedOrgan() == null) {
      findings.add("clue.no-designated-body", "designatedOrgan", "absent");
    }
  }
}
