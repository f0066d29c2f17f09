package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;

/** Credit and publicity, and the revocation that withdraws from both. */
final class CreditRules {

  private CreditRules() {}

  static void addTo(RuleBook book) {
    book.add(Revocation.class, CreditRules::revocation);
  }

  private static void revocation(Revocation revocation, LocalDate today, Findings findings) {
    String revoked = revocation.getPunishFileNum();
    String by = revocation.getRevocationFileNum();
    if (revoked != null
        && by != null
        && DocumentNumber.normalise(revoked).equals(DocumentNumber.normalise(by))) {
      findings.add("revocation.same-number", "revocationFileNum", "the number it revokes");
    }
  }
}
