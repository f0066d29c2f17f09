package io.enforcement.gateway.standards.rules.exchange;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.DutyNotice;
import io.enforcement.gateway.standards.model.LedgerItem;
import io.enforcement.gateway.standards.model.RectificationLedger;
import io.enforcement.gateway.standards.model.SupervisionOpinion;
import io.enforcement.gateway.standards.model.SupervisionProblem;
import io.enforcement.gateway.standards.model.SupervisionReply;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Supervision of enforcement: opinions, replies, ledgers of what is being mended, duty notices. */
final class SupervisionRules {

  // 山东省行政执法监督条例 (2014) art. 28 ff.: report within 30 days where the document sets none.
  private static final Limit THIRTY = Limit.parse("30 CD");
  private static final String DONE = "3";
  private static final Set<String> OF_DEADLINES = Set.of("01", "02");

  private SupervisionRules() {}

  static void opinion(SupervisionOpinion opinion, LocalDate today, Findings findings) {
    Set<Integer> numbers = new HashSet<>();
    List<SupervisionProblem> problems = opinion.getSupervisionProblems();
    for (int i = 0; i < problems.size(); i++) {
      if (problems.get(i) != null && !numbers.add(problems.get(i).getNo())) {
        twice("supervisionProblems[" + i + "].no", findings);
      }
    }
  }

  static void reply(SupervisionReply reply, LocalDate today, Findings findings) {
    LocalDate received = reply.getOpinionReceivedOn();
    boolean late =
        Deadlines.binds(reply.getAnswerLimit())
            ? findings.deadlines().missed(reply.getAnswerLimit(), received, reply.getRepliedOn())
            : findings.deadlines().missed(THIRTY, received, reply.getRepliedOn());
    if (late) {
      findings.add("supervision.reply-late", "repliedOn", "after the limit");
    }
    if (Boolean.FALSE.equals(reply.isAdopted()) && reply.getExplanation() == null) {
      findings.add("supervision.refusal-unexplained", "explanation", "absent");
    }
  }

  static void ledger(RectificationLedger ledger, LocalDate today, Findings findings) {
    Set<Integer> numbers = new HashSet<>();
    List<LedgerItem> items = ledger.getLedgerItems();
    for (int i = 0; i < items.size(); i++) {
      LedgerItem item = items.get(i);
      if (item != null) {
        String path = "ledgerItems[" + i + "]";
        if (!numbers.add(item.getNo())) {
          twice(path + ".no", findings);
        }
        item(item, ledger.getAsOf(), path, findings);
      }
    }
  }

  private static void item(LedgerItem item, LocalDate asOf, String path, Findings findings) {
    LocalDate done = item.getDoneOn();
    if (done != null && item.getFoundOn() != null && done.isBefore(item.getFoundOn())) {
      findings.add("ledger.done-before-found", path + ".doneOn", "too early");
    }
    if (DONE.equals(item.getState()) != (done != null)) {
      findings.add(
          "ledger.state-and-day",
          path + ".doneOn",
          done == null ? "absent, stated as done" : "given, not stated as done");
    }
    LocalDate day = done == null ? asOf : done;
    if (day != null && item.getDeadline() != null && day.isAfter(item.getDeadline())) {
      findings.add("ledger.overdue", path + ".deadline", done == null ? "passed" : "done later");
    }
  }

  static void notice(DutyNotice notice, LocalDate today, Findings findings) {
    if (notice.getKind() != null
        && OF_DEADLINES.contains(notice.getKind())
        && notice.getDue() == null) {
      findings.add("notice.without-due", "due", "absent");
    }
  }

  private static void twice(String path, Findings findings) {
    findings.add("supervision.number-twice", path, "used before");
  }
}
