package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.time.LocalDate;

/** Numbers, dates and codes of the decision itself and of its case. */
final class CaseRules {

  private CaseRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    number(decision, findings);
    LocalDate decided = decision.getPunishSetDate();
    findings.notFuture(decided, today, "punishSetDate");
    findings.code("punish-procedure", decision.getPunishProcedure(), decided, "punishProcedure");
    if (decision.getCaseReference() != null) {
      reference(decision.getCaseReference(), decided, today, findings);
    }
    if (decision.getDiscretion() != null) {
      findings.code(
          "discretion-plot", decision.getDiscretion().getPlot(), decided, "discretion.plot");
    }
    notBefore(decision.getValidUntil(), decided, "validUntil", findings);
    notBefore(decision.getPublishUntil(), decided, "publishUntil", findings);
  }

  private static void number(PenaltyDecision decision, Findings findings) {
    String number = decision.getPunishFileNum();
    if (number == null) {
      return;
    }
    var year = DecisionNumber.year(number);
    if (year.isEmpty()) {
      findings.warn("number.shape", "punishFileNum", "no year in brackets or no serial");
    } else if (decision.getPunishSetDate() != null
        && year.get().getValue() != decision.getPunishSetDate().getYear()) {
      findings.warn("number.year", "punishFileNum", "another year than the decision's");
    }
  }

  private static void reference(
      CaseReference reference, LocalDate decided, LocalDate today, Findings findings) {
    findings.code("case-source", reference.getCaseSource(), decided, "caseReference.caseSource");
    LocalDate filed = reference.getFilingDate();
    findings.notFuture(filed, today, "caseReference.filingDate");
    if (filed != null && decided != null && decided.isBefore(filed)) {
      findings.refuse("date.order", "punishSetDate", "earlier than the filing date");
    }
    String item = reference.getSuperviseItemCode();
    if (item != null && !item.matches("[0-9]{14}")) {
      findings.warn("identifier.item-code", "caseReference.superviseItemCode", "not 14 digits");
    }
  }

  private static void notBefore(
      LocalDate until, LocalDate decided, String path, Findings findings) {
    if (until != null && decided != null && until.isBefore(decided)) {
      findings.warn("date.until", path, "earlier than the decision");
    }
  }
}
