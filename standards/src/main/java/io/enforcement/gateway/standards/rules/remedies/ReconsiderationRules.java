package io.enforcement.gateway.standards.rules.remedies;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.model.Reconsideration;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** The clocks of a reconsideration (行政复议法 2023) and what a settlement must say. */
final class ReconsiderationRules {

  private static final Set<String> REFUSED_OR_SUSPENDED = Set.of("3", "4");
  // 行政复议法 (2023) art. 20, 30.
  private static final Limit APPLICATION = Limit.parse("60 CD");
  private static final Limit ACCEPTANCE = Limit.parse("5 WD");
  // Art. 48; the simple procedure of art. 54 from memory.
  private static final Limit COPY = Limit.parse("7 WD");
  private static final Limit COPY_SIMPLE = Limit.parse("3 WD");
  private static final Limit ANSWER = Limit.parse("10 WD");
  private static final Limit ANSWER_SIMPLE = Limit.parse("5 WD");
  // Art. 62; that an extension is at most 30 days is from memory.
  private static final int DECISION_DAYS = 60;
  private static final int DECISION_DAYS_SIMPLE = 30;
  private static final int EXTENSION_DAYS = 30;

  private final Reconsideration found;
  private final LocalDate today;
  private final Findings findings;

  private ReconsiderationRules(Reconsideration found, LocalDate today, Findings findings) {
    this.found = found;
    this.today = today;
    this.findings = findings;
  }

  static void check(Reconsideration found, LocalDate today, Findings findings) {
    ReconsiderationRules rules = new ReconsiderationRules(found, today, findings);
    rules.application();
    rules.answer();
    rules.decision();
    rules.settlement();
  }

  private void application() {
    LocalDate known =
        found.getChallengedAct() == null ? null : found.getChallengedAct().getKnownDate();
    if (findings.deadlines().missed(APPLICATION, known, found.getApplicationDate())) {
      findings.add("reconsideration.application-late", "applicationDate", "after the limit");
    }
    if (findings
        .deadlines()
        .missed(ACCEPTANCE, found.getApplicationReceivedDate(), found.getAcceptedDate())) {
      findings.add("reconsideration.acceptance-late", "acceptedDate", "after the limit");
    }
  }

  private void answer() {
    Limit copy = simple() ? COPY_SIMPLE : COPY;
    if (findings.deadlines().missed(copy, found.getAcceptedDate(), found.getCopySentDate())) {
      findings.add("reconsideration.copy-late", "copySentDate", "after the limit", days(copy));
    }
    Limit answer = simple() ? ANSWER_SIMPLE : ANSWER;
    if (findings.deadlines().missed(answer, found.getCopyReceivedDate(), found.getAnswerDate())) {
      findings.add("reconsideration.answer-late", "answerDate", "after the limit", days(answer));
    }
  }

  private void decision() {
    LocalDate settled = found.getSettlementDate();
    if (settled == null && ended()) {
      return;
    }
    Limit limit = Limit.of(decisionDays(), LimitUnit.CD);
    if (findings
        .deadlines()
        .missed(limit, found.getAcceptedDate(), settled == null ? today : settled)) {
      findings.add(
          "reconsideration.decision-late",
          "settlementDate",
          settled == null ? "absent, the limit is over" : "after the limit",
          days(limit));
    }
  }

  /** Whether the clock of the decision stands still although no day of settlement is given. */
  private boolean ended() {
    return found.getSettlement() != null
        || (found.getStage() != null && REFUSED_OR_SUSPENDED.contains(found.getStage()));
  }

  private int decisionDays() {
    int suspended = found.getSuspendedDays() == null ? 0 : found.getSuspendedDays();
    if (simple()) {
      return DECISION_DAYS_SIMPLE + suspended;
    }
    boolean extended = Boolean.TRUE.equals(found.isExtended());
    return DECISION_DAYS + (extended ? EXTENSION_DAYS : 0) + suspended;
  }

  private void settlement() {
    if (found.getSettlement() == null) {
      return;
    }
    if (found.getSettlementDate() == null) {
      findings.add("reconsideration.settled-without-document", "settlementDate", "absent");
    }
    if (found.getSettlementFileNum() == null) {
      findings.add("reconsideration.settled-without-document", "settlementFileNum", "absent");
    }
  }

  private boolean simple() {
    return Boolean.TRUE.equals(found.isSimpleProcedure());
  }

  private static String days(Limit limit) {
    return Integer.toString(limit.amount());
  }
}
