package io.enforcement.gateway.standards.rules.inspection;

import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.InspectionCorrection;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** What was found, and what follows from it: correction, a case, or nothing. */
final class InspectionOutcomeRules {

  private static final String FAILED = "2";
  private static final String NO_PROBLEM = "01";
  private static final String ORDERED = "03";
  private static final String CASE = "04";

  private final Inspection inspection;
  private final Findings findings;

  private InspectionOutcomeRules(Inspection inspection, Findings findings) {
    this.inspection = inspection;
    this.findings = findings;
  }

  static void check(Inspection inspection, LocalDate today, Findings findings) {
    InspectionOutcomeRules rules = new InspectionOutcomeRules(inspection, findings);
    rules.failedItem();
    rules.result();
    rules.orderDates();
    rules.caseNumber();
  }

  private boolean hasFailedItem() {
    return inspection.getInspectedItems().stream()
        .anyMatch(item -> item != null && FAILED.equals(item.getResult()));
  }

  private void failedItem() {
    if (hasFailedItem()
        && inspection.getOrderToCorrect() == null
        && Boolean.FALSE.equals(inspection.isLeadsToCase())) {
      findings.add("inspection.failed-item", "orderToCorrect", "absent, no case either");
    }
  }

  private void result() {
    String result = inspection.getCheckResult();
    if (NO_PROBLEM.equals(result) && hasFailedItem()) {
      findings.add("inspection.result", "checkResult", "no problem, with a failed item");
    } else if (ORDERED.equals(result) && inspection.getOrderToCorrect() == null) {
      findings.add("inspection.result", "checkResult", "ordered to correct, without the order");
    } else if (CASE.equals(result) && Boolean.FALSE.equals(inspection.isLeadsToCase())) {
      findings.add("inspection.result", "checkResult", "a case, not marked as one");
    }
  }

  private void orderDates() {
    InspectionCorrection order = inspection.getOrderToCorrect();
    if (order == null || inspection.getCheckDate() == null) {
      return;
    }
    LocalDate inspected = inspection.getCheckDate().toLocalDate();
    notBefore(order.getOrderDate(), inspected, "orderToCorrect.orderDate");
    notBefore(order.getCorrectBy(), inspected, "orderToCorrect.correctBy");
  }

  private void notBefore(LocalDate day, LocalDate inspected, String path) {
    if (day != null && day.isBefore(inspected)) {
      findings.add("inspection.order-date", path, "earlier than the inspection");
    }
  }

  private void caseNumber() {
    if (Boolean.TRUE.equals(inspection.isLeadsToCase()) && inspection.getCaseNumber() == null) {
      findings.add("inspection.case-number", "caseNumber", "absent");
    } else if (Boolean.FALSE.equals(inspection.isLeadsToCase())
        && inspection.getCaseNumber() != null) {
      findings.add("inspection.case-number", "leadsToCase", "no, with the number of a case");
    }
  }
}
