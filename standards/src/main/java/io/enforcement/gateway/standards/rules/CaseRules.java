package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;

/** Numbers and dates of the decision itself and of its case. */
final class CaseRules {

  private CaseRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    LocalDate decided = decision.getPunishSetDate();
    numberOfAnotherYear(decision, findings);
    if (decision.getCaseReference() != null) {
      item(decision.getCaseReference(), findings);
    }
    notBefore(decision.getValidUntil(), decided, "validUntil", findings);
    notBefore(decision.getPublishUntil(), decided, "publishUntil", findings);
  }

  private static void numberOfAnotherYear(PenaltyDecision decision, Findings findings) {
    LocalDate decided = decision.getPunishSetDate();
    DocumentNumber.year(decision.getPunishFileNum())
        .filter(year -> decided != null && year.getValue() != decided.getYear())
        .ifPresent(
            year ->
                findings.add("number.year", "punishFileNum", "another year than the decision's"));
  }

  private static void item(CaseReference reference, Findings findings) {
    String item = reference.getSuperviseItemCode();
    if (item != null && !item.matches("[0-9]{14}")) {
      findings.add("identifier.item-code", "caseReference.superviseItemCode", "not 14 digits");
    }
  }

  private static void notBefore(
      LocalDate until, LocalDate decided, String path, Findings findings) {
    if (until != null && decided != null && until.isBefore(decided)) {
      findings.add("date.until", path, "earlier than the decision");
    }
  }
}
