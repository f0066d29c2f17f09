package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CoercionExecution;
import io.enforcement.gateway.standards.model.DemandLetter;
import io.enforcement.gateway.standards.model.ExecutionStop;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;

/** Execution by the body itself or by a court: after a demand, in time, in bounds. 行政强制法 (2011). */
final class CoercionExecutionRules {

  // Codes of the table coercion-execution.
  private static final String ADDED_FINE = "1";
  private static final String SUBSTITUTE = "5";
  private static final String COURT = "6";

  // Art. 54 and 69: ten working days after the demand was served.
  private static final Limit COURT_DEMAND = Limit.parse("10 WD");
  // Art. 51 and 69: demanded again three working days before.
  private static final Limit SUBSTITUTE_DEMAND = Limit.parse("3 WD");
  // Art. 53: within three months of the end of the time for review or suit.
  private static final Limit APPLICATION = Limit.parse("3 MON");

  private final CoercionExecution execution;
  private final Findings findings;

  private CoercionExecutionRules(CoercionExecution execution, Findings findings) {
    this.execution = execution;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(CoercionExecution.class, CoercionExecutionRules::check);
  }

  private static void check(CoercionExecution execution, LocalDate today, Findings findings) {
    CoercionExecutionRules rules = new CoercionExecutionRules(execution, findings);
    ActItem.check(execution.getCaseReference(), findings);
    rules.inspection();
    rules.demand();
    rules.court();
    rules.amounts();
    rules.manner();
    rules.stop(execution.getSuspension(), "suspension");
    rules.stop(execution.getTermination(), "termination");
  }

  // An application to a court is no act of the body, and is not filed as one.
  private void inspection() {
    if (!COURT.equals(execution.getExecutionKind())) {
      ActInspection.check(execution.getCaseReference(), findings);
    }
  }

  // Art. 35: before the decision to execute. Added fines are told with the penalty (art. 45), and
  // what blocks traffic or pollutes waters is removed at once (art. 52).
  private void demand() {
    DemandLetter demand = execution.getDemand();
    boolean without =
        ADDED_FINE.equals(execution.getExecutionKind())
            || Boolean.TRUE.equals(execution.isImmediate());
    if (demand == null) {
      if (!without) {
        findings.add("coercion.demand-missing", "demand", "absent");
      }
      return;
    }
    if (is(COURT)) {
      tooSoon(COURT_DEMAND, demand.getServedDate(), execution.getDecisionDate(), "decisionDate");
    } else if (is(SUBSTITUTE)) {
      tooSoon(SUBSTITUTE_DEMAND, demand.getServedDate(), execution.getStartDate(), "startDate");
    }
  }

  private void tooSoon(Limit limit, LocalDate demanded, LocalDate done, String path) {
    if (findings.deadlines().running(limit, demanded, done)) {
      String days = String.valueOf(limit.amount());
      findings.add("coercion.demand-short", path, "too soon after the demand", days);
    }
  }

  private void court() {
    if (is(COURT)
        && findings
            .deadlines()
            .missed(APPLICATION, execution.getRemedyEnded(), execution.getDecisionDate())) {
      findings.add("coercion.court-late", "decisionDate", "after the limit");
    }
    if (is(COURT) && execution.getCourt() == null) {
      findings.add("coercion.court-missing", "court", "absent");
    }
  }

  // Art. 45: the added fine or surcharge may not be above the principal.
  private void amounts() {
    if (execution.getPrincipal() != null
        && execution.getAddedAmount() != null
        && execution.getAddedAmount().compareTo(execution.getPrincipal()) > 0) {
      findings.add("coercion.added-amount", "addedAmount", "above the principal");
    }
  }

  private void manner() {
    if (is(SUBSTITUTE) && execution.getSubstitute() == null) {
      findings.add("coercion.substitute", "substitute", "absent");
    }
    // Art. 43: not at night or on a holiday unless it is urgent.
    if (Boolean.TRUE.equals(execution.isNightOrHoliday()) && execution.getUrgencyReason() == null) {
      findings.add("coercion.night", "urgencyReason", "absent");
    }
  }

  private void stop(ExecutionStop stop, String path) {
    if (stop != null && stop.getReason() == null) {
      findings.add("coercion.stop-reason", path + ".reason", "absent");
    }
  }

  private boolean is(String kind) {
    return kind.equals(execution.getExecutionKind());
  }
}
