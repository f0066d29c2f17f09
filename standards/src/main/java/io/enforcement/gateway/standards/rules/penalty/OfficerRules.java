package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who acted: two officers, and not one who passes for two (demand U01). */
final class OfficerRules {

  private OfficerRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    Map<String, String> names = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<OfficerReference> officers = decision.getOfficers();
    for (int i = 0; i < officers.size(); i++) {
      OfficerReference officer = officers.get(i);
      if (officer == null || officer.getCertNo() == null) {
        continue;
      }
      String name = officer.getName() == null ? "" : officer.getName();
      String before = names.putIfAbsent(officer.getCertNo(), name);
      boolean sameName = !seen.add(name);
      if (before != null && !before.equals(name)) {
        findings.add(
            "decision.certificate-shared", "officers[" + i + "].certNo", "under another name too");
      } else if (before == null && sameName) {
        findings.add("decision.officer-twice", "officers[" + i + "].name", "used before");
      }
    }
    // 行政处罚法 (2021) art. 42.
    if (names.size() < 2) {
      findings.add("duty.two-officers", "officers", names.size() + " certified");
    }
  }
}
