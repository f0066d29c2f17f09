package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.model.Complaint;
import io.enforcement.gateway.standards.model.ComplaintResult;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** Complaints and reports from the public, and what became of them (demand D19). */
final class ComplaintRules {

  // Codes of complaint-handling.
  private static final String HANDED_OVER = "2";
  private static final String NOT_ACCEPTED = "3";

  private ComplaintRules() {}

  static void complaint(Complaint found, LocalDate today, Findings findings) {
    boolean name = found.getComplainant() != null && found.getComplainant().getName() != null;
    if (Boolean.TRUE.equals(found.isNamed()) && !name) {
      findings.add("complaint.named-without-name", "complainant", "no name");
    }
    if (Boolean.FALSE.equals(found.isNamed()) && name) {
      findings.add("complaint.anonymous-with-name", "complainant", "a name");
    }
  }

  static void result(ComplaintResult found, LocalDate today, Findings findings) {
    if (HANDED_OVER.equals(found.getHandling()) && found.getHandOverOrgan() == null) {
      findings.add("complaint.not-handed-over", "handOverOrgan", "absent");
    }
    if (CooperationRules.same(found.getBody(), found.getHandOverOrgan())) {
      findings.add("cooperation.to-itself", "handOverOrgan", "the sender itself");
    }
    if (NOT_ACCEPTED.equals(found.getHandling()) && found.getReason() == null) {
      findings.add("complaint.no-reason", "reason", "absent");
    }
    if (Boolean.TRUE.equals(found.isNamed()) && found.getComplainantToldDate() == null) {
      findings.add("complaint.complainant-not-told", "complainantToldDate", "absent");
    }
  }
}
