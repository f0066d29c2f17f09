package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.JurisdictionDispute;
import io.enforcement.gateway.standards.model.JurisdictionTransfer;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** Who is competent: cases handed over, disputes talked over, reported and decided. */
final class JurisdictionRules {

  // 市场监督管理行政处罚程序规定 art. 13 and 16: seven working days each.
  private static final Limit TALKS = Limit.parse("7 WD");
  private static final Limit DESIGNATION = Limit.parse("7 WD");

  private JurisdictionRules() {}

  static void transfer(JurisdictionTransfer found, LocalDate today, Findings findings) {
    if (Boolean.TRUE.equals(found.isReceivedByTransfer())) {
      findings.add("jurisdiction.passed-on", "receivedByTransfer", "received by transfer");
    }
    if (!found.getParties().isEmpty() && found.getPartyToldDate() == null) {
      findings.add("jurisdiction.party-not-told", "partyToldDate", "absent");
    }
  }

  static void dispute(JurisdictionDispute found, LocalDate today, Findings findings) {
    if (found.getDisputants().size() == 1) {
      findings.add("jurisdiction.one-disputant", "disputants", "one body");
    }
    LocalDate reported = found.getReportedDate();
    if (reported != null && found.getTalks().isEmpty()) {
      findings.add("jurisdiction.no-talks", "talks", "absent");
    }
    if (findings.deadlines().missed(DESIGNATION, reported, found.getDesignationDate())) {
      findings.add("jurisdiction.designation-late", "designationDate", "after the limit");
    }
    if (found.getDesignatedOrgan() != null || agreed(found)) {
      return;
    }
    if (reported == null && findings.deadlines().missed(TALKS, found.getArisenDate(), today)) {
      findings.add("jurisdiction.not-reported", "reportedDate", "absent, the limit is over");
    }
    if (findings.deadlines().missed(DESIGNATION, reported, today)) {
      findings.add("jurisdiction.not-designated", "designatedOrgan", "absent, the limit is over");
    }
  }

  private static boolean agreed(JurisdictionDispute found) {
    return found.getTalks().stream()
        .anyMatch(talk -> talk != null && Boolean.TRUE.equals(talk.isAgreed()));
  }
}
