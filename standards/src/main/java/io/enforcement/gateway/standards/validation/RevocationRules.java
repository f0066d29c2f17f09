package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.Revocation;
import java.time.LocalDate;

/** A revocation names another document than the one it revokes, and a day that has come. */
final class RevocationRules {

  private RevocationRules() {}

  static void check(Revocation revocation, LocalDate today, Findings findings) {
    findings.notFuture(revocation.getRevocationDate(), today, "revocationDate");
    String revoked = revocation.getPunishFileNum();
    String by = revocation.getRevocationFileNum();
    if (revoked != null && DecisionNumber.year(revoked).isEmpty()) {
      findings.warn("number.shape", "punishFileNum", "no year in brackets or no serial");
    }
    if (revoked != null
        && by != null
        && DecisionNumber.normalise(revoked).equals(DecisionNumber.normalise(by))) {
      findings.warn("revocation.same-number", "revocationFileNum", "the number it revokes");
    }
  }
}
