package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.PartyKinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** How far the summary procedure reaches, and when a party may ask for a hearing. */
final class ProcedureRules {

  static final String SUMMARY = "1";
  static final String ORDINARY = "2";

  private static final Set<String> SUMMARY_KINDS = Set.of(PenaltyKinds.WARNING, PenaltyKinds.FINE);
  // 行政处罚法 (2021) art. 51: at most 200 yuan for a citizen, 3,000 for an organisation.
  private static final BigDecimal SUMMARY_CITIZEN = BigDecimal.valueOf(200);
  private static final BigDecimal SUMMARY_ORGANISATION = BigDecimal.valueOf(3000);
  // 行政处罚法 (2021) art. 63; from which fine on is a local threshold, so nothing is said of amounts.
  private static final Set<String> HEARING_KINDS =
      Set.of(
          PenaltyKinds.DOWNGRADED,
          PenaltyKinds.LICENCE_REVOKED,
          PenaltyKinds.ORDERED_TO_STOP,
          PenaltyKinds.CLOSED,
          PenaltyKinds.BANNED_FROM_TRADE);

  private final PenaltyDecision decision;
  private final Findings findings;

  private ProcedureRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    ProcedureRules rules = new ProcedureRules(decision, findings);
    if (SUMMARY.equals(decision.getPunishProcedure())) {
      rules.reachOfTheSummaryProcedure();
      rules.stepsThatItHasNot();
    } else if (Boolean.FALSE.equals(decision.isHearing())) {
      rules.noHearing();
    }
  }

  private void reachOfTheSummaryProcedure() {
    BigDecimal limit = onlyCitizens() ? SUMMARY_CITIZEN : SUMMARY_ORGANISATION;
    boolean tooMuch = finesMoreThan(limit);
    if (tooMuch || PenaltyKinds.imposesOther(decision, SUMMARY_KINDS)) {
      findings.add(
          "duty.summary-procedure",
          "punishProcedure",
          tooMuch ? "fine above the limit" : "another penalty than warning or fine",
          limit.toPlainString());
    }
  }

  private boolean onlyCitizens() {
    for (Party party : decision.getParties()) {
      if (party != null
          && (!PartyKinds.CITIZEN.equals(party.getKind())
              || Boolean.TRUE.equals(party.isSelfEmployed()))) {
        return false;
      }
    }
    return true;
  }

  private boolean finesMoreThan(BigDecimal limit) {
    for (Penalty penalty : decision.getPenalties()) {
      if (PenaltyKinds.is(penalty, PenaltyKinds.FINE)
          && penalty.getAmount() != null
          && penalty.getAmount().compareTo(limit) > 0) {
        return true;
      }
    }
    return false;
  }

  /** What is decided on the spot had no hearing and was no major case. */
  private void stepsThatItHasNot() {
    if (Boolean.TRUE.equals(decision.isHearing())) {
      findings.add("decision.summary-contradiction", "hearing", "true in the summary procedure");
    }
    if (Boolean.TRUE.equals(decision.isMajorCase())) {
      findings.add("decision.summary-contradiction", "majorCase", "true in the summary procedure");
    }
  }

  /** A party may do without: only a hint. */
  private void noHearing() {
    if (PenaltyKinds.imposes(decision, HEARING_KINDS)) {
      findings.add("decision.hearing", "hearing", "none before a penalty that allows for it");
    } else if (Boolean.TRUE.equals(decision.isMajorCase())) {
      findings.add("decision.hearing", "hearing", "none in a major case");
    }
  }
}
