package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.rules.book.Findings;

/**
 * "Internet + supervision" files coercion and other acts under the inspection that they arose from.
 * An act that names none, neither itself nor by its case, is lawful, and does not reach that
 * system: whoever reports it is told so.
 */
final class ActInspection {

  private static final String CODE = "checkActionCode";

  private ActInspection() {}

  /**
   * @param own the number that the act itself names, or null
   * @param reference the case of the act, or null
   */
  static void check(String own, CaseReference reference, Findings findings) {
    if (own == null && absent(reference)) {
      findings.add("duty.inspection", CODE, "absent");
    }
  }

  /** The same for an act that can only say it by its case. */
  static void check(CaseReference reference, Findings findings) {
    if (absent(reference)) {
      findings.add("duty.inspection", "caseReference." + CODE, "absent");
    }
  }

  private static boolean absent(CaseReference reference) {
    return reference == null || reference.getCheckActionCode() == null;
  }
}
