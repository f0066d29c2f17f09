package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.LegalNorm;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** The register of norms: in force or lapsed, since when, and where. */
final class NormRegisterRules {

  private static final String IN_FORCE = "01";
  private static final String LAPSED = "02";
  private static final String REPEALED = "03";
  // Local regulations, autonomous regulations, rules of local governments.
  private static final Set<String> LOCAL = Set.of("03", "04", "06");

  private NormRegisterRules() {}

  static void check(LegalNorm norm, LocalDate today, Findings findings) {
    if (RegisterRules.isBefore(norm.getImplementationDate(), norm.getPromulgationDate())) {
      findings.add(
          "register.before-publication", "implementationDate", "earlier than the promulgation");
    }
    if (LAPSED.equals(norm.getTimeliness()) && !RegisterRules.hasCome(norm.getLapseDate(), today)) {
      findings.add(
          "register.norm-lapsed",
          "lapseDate",
          norm.getLapseDate() == null ? "absent" : "a day to come");
    }
    if (IN_FORCE.equals(norm.getTimeliness())) {
      inForce(norm, today, findings);
    }
    if (norm.getAreaNumber() == null
        && norm.getLawLevel() != null
        && LOCAL.contains(norm.getLawLevel())) {
      findings.add("register.norm-area", "areaNumber", "absent");
    }
  }

  private static void inForce(LegalNorm norm, LocalDate today, Findings findings) {
    if (RegisterRules.hasCome(norm.getLapseDate(), today)) {
      findings.add("register.norm-state", "timeliness", "in force after its last day");
    } else if (RegisterRules.isBefore(today, norm.getImplementationDate())) {
      findings.add("register.norm-state", "timeliness", "in force before its first day");
    } else if (REPEALED.equals(norm.getChangeType())) {
      findings.add("register.norm-state", "timeliness", "in force, though repealed");
    }
  }
}
