package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.List;

/** What the decision stands on: the provisions that were violated and applied. */
final class BasisRules {

  private BasisRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    if (decision.getViolatedBases().isEmpty()) {
      findings.add("decision.basis-missing", "violatedBases", "absent");
    }
    List<LegalBasis> accords = decision.getPunishAccords();
    for (int i = 0; i < accords.size(); i++) {
      if (accords.get(i) != null && accords.get(i).getProvision() == null) {
        findings.add(
            "decision.provision-missing", "punishAccords[" + i + "].provision", "law without it");
      }
    }
  }
}
