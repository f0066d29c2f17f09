package io.enforcement.gateway.standards.rules.credit;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.PublicationWithdrawal;
import io.enforcement.gateway.standards.model.WithdrawalScope;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** What shall no longer be seen: in time, and with the reason told (demand U03). */
final class WithdrawalRules {

  // 行政处罚法 (2021) art. 48: withdrawn within 3 days, which art. 85 makes working days.
  private static final Limit THREE = Limit.parse("3 WD");
  private static final Set<String> REVOKED = Set.of("1", "2", "3", "4");

  private WithdrawalRules() {}

  static void check(PublicationWithdrawal withdrawal, LocalDate today, Findings findings) {
    if (findings
        .deadlines()
        .missed(THREE, withdrawal.getRevocationDate(), withdrawal.getWithdrawnOn())) {
      findings.add(
          "publication.withdrawn-late",
          "withdrawnOn",
          "after the limit",
          String.valueOf(THREE.amount()));
    }
    if (withdrawal.getReason() == null) {
      findings.add("publication.withdrawal-unexplained", "reason", "absent");
    }
    String reason = withdrawal.getReasonCode();
    if (reason != null && REVOKED.contains(reason) && withdrawal.getRevocationFileNum() == null) {
      findings.add("publication.withdrawal-without-document", "revocationFileNum", "absent");
    }
    if (withdrawal.getScope() == WithdrawalScope.MASK && withdrawal.getMaskedFields().isEmpty()) {
      findings.add("publication.mask-without-field", "maskedFields", "absent");
    }
  }
}
