package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was imposed: types, amounts in yuan, licences, days, and the parties they bind. */
final class PenaltyRules {

  private static final Set<String> CONFISCATIONS =
      Set.of(PenaltyKinds.UNLAWFUL_GAINS, PenaltyKinds.UNLAWFUL_GOODS);
  private static final Set<String> LICENCES =
      Set.of(PenaltyKinds.LICENCE_SUSPENDED, PenaltyKinds.LICENCE_REVOKED);
  private static final Set<String> TIMED =
      Set.of(PenaltyKinds.LICENCE_SUSPENDED, PenaltyKinds.DETENTION);

  private final PenaltyDecision decision;
  private final Set<Integer> partyNumbers = new HashSet<>();
  private final Findings findings;

  private PenaltyRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.findings = findings;
    for (Party party : decision.getParties()) {
      if (party != null) {
        partyNumbers.add(party.getNo());
      }
    }
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    PenaltyRules rules = new PenaltyRules(decision, findings);
    List<Penalty> penalties = decision.getPenalties();
    for (int i = 0; i < penalties.size(); i++) {
      if (penalties.get(i) != null) {
        rules.penalty(penalties.get(i), "penalties[" + i + "]");
      }
    }
    rules.validity();
  }

  private void penalty(Penalty penalty, String path) {
    if (penalty.getType() != null) {
      amount(penalty.getType(), penalty.getAmount(), path);
      if (LICENCES.contains(penalty.getType()) && penalty.getLicence() == null) {
        findings.add("penalty.licence-missing", path + ".licence", "absent");
      }
      if (TIMED.contains(penalty.getType()) && penalty.getDays() == null) {
        findings.add("penalty.days-missing", path + ".days", "absent");
      }
    }
    List<Integer> bound = penalty.getPartyNos();
    for (int i = 0; i < bound.size(); i++) {
      if (!partyNumbers.contains(bound.get(i))) {
        findings.add("penalty.party", path + ".partyNos[" + i + "]", "no party of this number");
      }
    }
    if (bound.isEmpty() && partyNumbers.size() > 1) {
      findings.add("penalty.party-unnamed", path + ".partyNos", "absent with several parties");
    }
  }

  private void amount(String type, BigDecimal amount, String path) {
    boolean stated = amount != null && amount.signum() > 0;
    if (PenaltyKinds.FINE.equals(type) && !stated) {
      found("penalty.amount-missing", path, amount == null ? "absent" : "zero or less");
    } else if (CONFISCATIONS.contains(type) && !stated) {
      found("penalty.confiscation-amount", path, amount == null ? "absent" : "zero");
    } else if (stated && isPenaltyWithoutMoney(type)) {
      found("penalty.amount-unexpected", path, "an amount beside a penalty without money");
    }
  }

  private void found(String rule, String path, String valueClass) {
    findings.add(rule, path + ".amount", valueClass);
  }

  private static boolean isPenaltyWithoutMoney(String type) {
    return CodeTable.of("penalty-type").contains(type)
        && !PenaltyKinds.FINE.equals(type)
        && !CONFISCATIONS.contains(type)
        && !PenaltyKinds.OTHER.equals(type);
  }

  /** The penalty cannot cease to hold before its days are over. */
  private void validity() {
    LocalDate decided = decision.getPunishSetDate();
    LocalDate until = decision.getValidUntil();
    if (decided == null || until == null || until.isBefore(decided)) {
      return; // A day before the decision is said by date.until.
    }
    for (Penalty penalty : decision.getPenalties()) {
      if (penalty != null
          && penalty.getDays() != null
          && until.isBefore(decided.plusDays(penalty.getDays() - 1L))) {
        findings.add("penalty.valid-until", "validUntil", "before the days are over");
        return;
      }
    }
  }
}
