package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.OtherAct;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** What each kind of other act has to say. */
final class OtherActRules {

  // Codes of the table item-type.
  private static final String LEVY = "04";
  private static final String PAYMENT = "05";
  private static final String CONFIRMATION = "07";
  private static final String RULING = "09";
  // Licence, penalty, coercion and inspection have records of their own.
  private static final Set<String> ELSEWHERE = Set.of("01", "02", "03", "06");

  private final OtherAct act;
  private final Findings findings;

  private OtherActRules(OtherAct act, Findings findings) {
    this.act = act;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(OtherAct.class, OtherActRules::check);
  }

  private static void check(OtherAct act, LocalDate today, Findings findings) {
    OtherActRules rules = new OtherActRules(act, findings);
    if (act.getActKind() != null && ELSEWHERE.contains(act.getActKind())) {
      findings.add("otheract.kind", "actKind", "an act with a record of its own");
    }
    rules.inspection();
    rules.levy();
    rules.payment();
    rules.matter();
    rules.requisition();
  }

  // Only what stands under an item of supervision is filed under an inspection.
  private void inspection() {
    CaseReference reference = act.getCaseReference();
    if (act.getSuperviseItemCode() != null
        || (reference != null && reference.getSuperviseItemCode() != null)) {
      ActInspection.check(act.getCheckActionCode(), reference, findings);
    }
  }

  private void levy() {
    if (is(LEVY) && act.getDueAmount() == null) {
      findings.add("otheract.levy-amount", "dueAmount", "absent");
    }
    BigDecimal settled = orZero(act.getCollectedAmount()).add(orZero(act.getRelievedAmount()));
    if (act.getDueAmount() != null && settled.compareTo(act.getDueAmount()) > 0) {
      findings.add("otheract.levy-above-due", "collectedAmount", "more than was due");
    }
    boolean relieved = orZero(act.getRelievedAmount()).signum() > 0;
    if (relieved && act.getActBases().isEmpty()) {
      findings.add("otheract.relief-basis", "actBases", "absent");
    }
  }

  private void payment() {
    if (is(PAYMENT) && act.getGrantedAmount() == null) {
      findings.add("otheract.payment-amount", "grantedAmount", "absent");
    }
  }

  private void matter() {
    if (is(RULING) && act.getParties().size() < 2) {
      findings.add("otheract.ruling-parties", "parties", "fewer than two");
    }
    if (is(RULING) && act.getRulingResult() == null) {
      findings.add("otheract.result", "rulingResult", "absent");
    }
    if (is(CONFIRMATION) && act.getConfirmedMatter() == null && act.getContent() == null) {
      findings.add("otheract.result", "confirmedMatter", "absent");
    }
  }

  private void requisition() {
    if (act.getRequisition() != null && act.getRequisition().getCompensation() == null) {
      findings.add("otheract.compensation", "requisition.compensation", "absent");
    }
  }

  private boolean is(String kind) {
    return kind.equals(act.getActKind());
  }

  private static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
