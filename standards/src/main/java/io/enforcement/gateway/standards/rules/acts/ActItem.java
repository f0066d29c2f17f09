package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.rules.book.Findings;

/**
 * Coercion is done under an item of the catalogue (demand U07). An act that names none, neither
 * itself nor by its case, does not reach those who file acts by their item. Other acts need none:
 * not all of them supervise anybody.
 */
final class ActItem {

  private static final String CODE = "superviseItemCode";

  private ActItem() {}

  /**
   * @param own the code that the act itself names, or null
   * @param reference the case of the act, or null
   */
  static void check(String own, CaseReference reference, Findings findings) {
    if (own == null && (reference == null || reference.getSuperviseItemCode() == null)) {
      findings.add("duty.item", CODE, "absent");
    }
  }

  /** The same for an act that can only say it by its case. */
  static void check(CaseReference reference, Findings findings) {
    if (reference == null || reference.getSuperviseItemCode() == null) {
      findings.add("duty.item", "caseReference." + CODE, "absent");
    }
  }
}
