package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/** How long a decision holds and how long it is shown (发改委令第58号, and 第36号 from 2026-04-01). */
final class PublicityRules {

  private static final LocalDate ORDER_58 = LocalDate.of(2023, 5, 1);
  private static final LocalDate ORDER_36 = LocalDate.of(2026, 4, 1);

  private static final Period LONGEST = Period.ofYears(3);
  private static final Period SHORTEST = Period.ofMonths(3);
  // Order 36: at least one year where a licence is revoked or a trade is banned.
  private static final Period SHORTEST_SERIOUS = Period.ofYears(1);
  // Order 36: the summary procedure, and only a warning or criticism, at most three months.
  private static final Period LONGEST_SLIGHT = Period.ofMonths(3);

  private static final Set<String> SLIGHT = Set.of(PenaltyKinds.WARNING, PenaltyKinds.CRITICISM);
  private static final Set<String> SERIOUS =
      Set.of(PenaltyKinds.LICENCE_REVOKED, PenaltyKinds.BANNED_FROM_TRADE);

  private PublicityRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    LocalDate decided = decision.getPunishSetDate();
    LocalDate until = decision.getPublishUntil();
    notBefore(decision.getValidUntil(), decided, "validUntil", findings);
    notBefore(until, decided, "publishUntil", findings);
    if (until == null) {
      return;
    }
    if (Boolean.TRUE.equals(decision.isRestricted())) {
      findings.add("decision.published-restricted", "publishUntil", "given");
    } else if (decided != null && !until.isBefore(decided) && !decided.isBefore(ORDER_58)) {
      period(decision, decided, until, findings);
    }
  }

  private static void notBefore(
      LocalDate until, LocalDate decided, String path, Findings findings) {
    if (until != null && decided != null && until.isBefore(decided)) {
      findings.add("date.until", path, "earlier than the decision");
    }
  }

  private static void period(
      PenaltyDecision decision, LocalDate decided, LocalDate until, Findings findings) {
    boolean slight = isSlight(decision);
    boolean order36 = !decided.isBefore(ORDER_36);
    boolean serious = order36 && PenaltyKinds.imposes(decision, SERIOUS);
    if (slight && order36 && until.isAfter(decided.plus(LONGEST_SLIGHT))) {
      findings.add("decision.published-slight", "publishUntil", "more than three months");
    } else if (until.isAfter(decided.plus(LONGEST))) {
      findings.add("decision.published-too-long", "publishUntil", "more than three years");
    } else if (!slight && until.isBefore(decided.plus(serious ? SHORTEST_SERIOUS : SHORTEST))) {
      findings.add(
          "decision.published-too-short",
          "publishUntil",
          serious ? "less than a year" : "less than three months",
          serious ? "12" : "3");
    }
  }

  private static boolean isSlight(PenaltyDecision decision) {
    return ProcedureRules.SUMMARY.equals(decision.getPunishProcedure())
        || !PenaltyKinds.imposesOther(decision, SLIGHT);
  }
}
