package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;

/** Number, item and dates of the decision and of its case (demands U07, U09). */
final class CaseRules {

  // 行政处罚法 (2021) art. 60: decided within 90 days of filing, unless another rule says otherwise.
  private static final Limit DECIDED = Limit.parse("90 CD");
  // 行政处罚法 (2021) art. 36: found within two years, or five where life, health or financial safety
  // is harmed.
  private static final int LIMITATION_YEARS = 2;
  private static final int LONG_LIMITATION_YEARS = 5;

  private final PenaltyDecision decision;
  private final Findings findings;
  private final LocalDate decided;
  private final LocalDate filed;

  private CaseRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.findings = findings;
    this.decided = decision.getPunishSetDate();
    this.filed = filed(decision);
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    CaseRules rules = new CaseRules(decision, findings);
    rules.numberOfAnotherYear();
    if (decision.getCaseReference() != null) {
      rules.reference(decision.getCaseReference());
    }
    rules.limitation();
    if (findings.deadlines().missed(DECIDED, rules.filed, rules.decided)) {
      findings.add("decision.late", "punishSetDate", "after the limit", "90");
    }
  }

  /** The day of filing, or null when nobody says. */
  static LocalDate filed(PenaltyDecision decision) {
    CaseReference reference = decision.getCaseReference();
    return reference == null ? null : reference.getFilingDate();
  }

  private void numberOfAnotherYear() {
    DocumentNumber.year(decision.getPunishFileNum())
        .filter(year -> decided != null && year.getValue() != decided.getYear())
        .ifPresent(
            year ->
                findings.add("number.year", "punishFileNum", "another year than the decision's"));
  }

  private void reference(CaseReference reference) {
    if (reference.getSuperviseItemCode() == null) {
      findings.add("duty.item", "caseReference.superviseItemCode", "absent");
    }
    if (reference.getCaseSource() == null) {
      findings.add("decision.source-missing", "caseReference.caseSource", "absent");
    }
    if (filed == null && ProcedureRules.ORDINARY.equals(decision.getPunishProcedure())) {
      findings.add("decision.filing-missing", "caseReference.filingDate", "absent");
    }
  }

  /** Nobody reports the day of discovery: filing, or the decision, is the latest it can be. */
  private void limitation() {
    LocalDate ended = decision.getViolationEndDate();
    LocalDate discovered = filed == null ? decided : filed;
    if (ended == null) {
      return;
    }
    if (decided != null && ended.isAfter(decided)) {
      findings.add("decision.violation-later", "violationEndDate", "later than the decision");
    } else if (discovered != null && discovered.isAfter(ended.plusYears(LIMITATION_YEARS))) {
      boolean longer = discovered.isAfter(ended.plusYears(LONG_LIMITATION_YEARS));
      int years = longer ? LONG_LIMITATION_YEARS : LIMITATION_YEARS;
      findings.add(
          "decision.limitation",
          "violationEndDate",
          "more than " + years + " years before the filing or decision",
          Integer.toString(years));
    }
  }
}
