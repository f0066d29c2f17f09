package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Duties of the body that punishes (demands U05, U08, U09): transfer, not twice, discretion,
 * correction. None of them refuses: whoever collects acts has no power to undo a lawful one. Limits
 * quoted from the Penalty Law (2021) are from memory and travel as arguments of the finding.
 */
final class DutyRules {

  /** Kinds that nobody can impose twice on one party at once; goods or licences may be several. */
  private static final Set<String> ONCE =
      Set.of(
          PenaltyKinds.WARNING,
          PenaltyKinds.CRITICISM,
          PenaltyKinds.FINE,
          PenaltyKinds.ORDERED_TO_STOP,
          PenaltyKinds.CLOSED,
          PenaltyKinds.DETENTION);

  private final PenaltyDecision decision;
  private final Findings findings;

  private DutyRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    DutyRules rules = new DutyRules(decision, findings);
    rules.twice();
    if (PenaltyKinds.imposes(decision, Set.of(PenaltyKinds.FINE))) {
      rules.fine();
    }
  }

  private void fine() {
    if (Boolean.TRUE.equals(decision.isSuspectedCrime())) {
      findings.add("duty.suspected-crime", "suspectedCrime", "fined although a crime is suspected");
    }
    if (decision.getDiscretion() == null) {
      findings.add("duty.discretion", "discretion", "absent");
    }
    // 行政处罚法 (2021) art. 28: whoever punishes orders correction.
    if (decision.isCorrectionOrdered() == null) {
      findings.add("decision.correction-unstated", "correctionOrdered", "absent");
    } else if (Boolean.FALSE.equals(decision.isCorrectionOrdered())) {
      findings.add("decision.correction-not-ordered", "correctionOrdered", "fined only");
    }
  }

  private void twice() {
    Map<String, Set<Integer>> bound = new HashMap<>();
    List<Penalty> penalties = decision.getPenalties();
    for (int i = 0; i < penalties.size(); i++) {
      Penalty penalty = penalties.get(i);
      if (penalty == null || penalty.getType() == null || !ONCE.contains(penalty.getType())) {
        continue;
      }
      Set<Integer> before = bound.computeIfAbsent(penalty.getType(), kind -> new HashSet<>());
      Set<Integer> now = new HashSet<>(parties(penalty));
      if (now.stream().anyMatch(before::contains)) {
        boolean fine = PenaltyKinds.FINE.equals(penalty.getType());
        findings.add(
            fine ? "duty.fined-twice" : "penalty.repeated",
            "penalties[" + i + "]",
            fine ? "a second fine for one party" : "the same kind for one party");
      }
      before.addAll(now);
    }
  }

  /** The numbers of the parties a penalty binds: those it names, or everybody. */
  private List<Integer> parties(Penalty penalty) {
    if (!penalty.getPartyNos().isEmpty()) {
      return penalty.getPartyNos();
    }
    List<Integer> all = new ArrayList<>();
    for (Party party : decision.getParties()) {
      if (party != null) {
        all.add(party.getNo());
      }
    }
    return all;
  }
}
