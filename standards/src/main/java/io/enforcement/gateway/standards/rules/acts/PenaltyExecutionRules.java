package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.PaymentPostponement;
import io.enforcement.gateway.standards.model.PaymentRecord;
import io.enforcement.gateway.standards.model.PaymentTerm;
import io.enforcement.gateway.standards.model.PenaltyExecution;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** What was due, added and paid. */
final class PenaltyExecutionRules {

  private static final String INSTALMENTS = "02";
  // 行政处罚法 art. 67: paid within fifteen days of receiving the decision.
  private static final Limit PAYMENT = Limit.parse("15 CD");

  private final PenaltyExecution execution;
  private final BigDecimal due;
  private final BigDecimal added;
  private final Findings findings;

  private PenaltyExecutionRules(PenaltyExecution execution, Findings findings) {
    this.execution = execution;
    this.due = execution.getDueAmount();
    this.added = orZero(execution.getAddedFine());
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(PenaltyExecution.class, PenaltyExecutionRules::check);
  }

  private static void check(PenaltyExecution execution, LocalDate today, Findings findings) {
    PenaltyExecutionRules rules = new PenaltyExecutionRules(execution, findings);
    rules.addedFine();
    rules.paid();
    rules.payments();
    rules.postponement();
  }

  // 行政处罚法 art. 72: the added fine may not be above the fine.
  private void addedFine() {
    BigDecimal fine = execution.getFineAmount() == null ? due : execution.getFineAmount();
    if (fine != null && added.compareTo(fine) > 0) {
      findings.add("execution.added-fine", "addedFine", "above the fine");
    }
    if (fine != null && due != null && fine.compareTo(due) > 0) {
      findings.add("execution.fine-above-due", "fineAmount", "above the amount due");
    }
  }

  private void paid() {
    BigDecimal paid = execution.getPaidAmount();
    if (due == null || paid == null) {
      return;
    }
    if (paid.compareTo(due.add(added)) > 0) {
      findings.add("execution.overpaid", "paidAmount", "more than was due");
    }
    boolean ended =
        Boolean.TRUE.equals(execution.isPerformed()) || execution.getCloseDate() != null;
    if (ended && paid.compareTo(due) < 0 && execution.getUnpaidReason() == null) {
      findings.add("execution.unpaid-rest", "unpaidReason", "absent although a rest is unpaid");
    }
  }

  private void payments() {
    if (!execution.getPaymentRecords().isEmpty() && execution.getPaidAmount() != null) {
      BigDecimal sum = sum(eachPayment().map(PaymentRecord::getAmount));
      if (sum.compareTo(execution.getPaidAmount()) != 0) {
        findings.add("execution.payment-sum", "paidAmount", "another amount than the payments");
      }
    }
    boolean late =
        eachPayment()
            .anyMatch(
                p -> findings.deadlines().missed(PAYMENT, execution.getServedDate(), p.getDate()));
    if (late && added.signum() == 0 && execution.getPostponement() == null) {
      findings.add("execution.paid-late", "paymentRecords", "late without added fine or deferral");
    }
  }

  private void postponement() {
    PaymentPostponement postponement = execution.getPostponement();
    if (postponement == null) {
      return;
    }
    boolean instalments = INSTALMENTS.equals(postponement.getKind());
    if (instalments ? postponement.getPaymentTerms().isEmpty() : postponement.getUntil() == null) {
      String path = instalments ? "postponement.paymentTerms" : "postponement.until";
      findings.add("execution.postponement-terms", path, "absent");
    }
    BigDecimal terms =
        sum(
            postponement.getPaymentTerms().stream()
                .filter(Objects::nonNull)
                .map(PaymentTerm::getAmount));
    if (due != null && terms.compareTo(due) > 0) {
      findings.add("execution.instalment-sum", "postponement.paymentTerms", "more than is due");
    }
  }

  private Stream<PaymentRecord> eachPayment() {
    return execution.getPaymentRecords().stream().filter(Objects::nonNull);
  }

  private static BigDecimal sum(Stream<BigDecimal> amounts) {
    return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
