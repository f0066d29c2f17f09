package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.Set;

/** What each event of a licence has to say. */
final class LicenceRules {

  // Codes of the tables licence-event and licence-state.
  private static final String GRANT = "01";
  private static final String EXTENSION = "03";
  private static final String SUSPENSION = "04";
  private static final String REFUSAL = "09";
  private static final Set<String> VALID_AFTER = Set.of(GRANT, "02", EXTENSION);
  private static final Set<String> ENDS = Set.of("05", "06", "07", "08");
  private static final String VALID = "1";

  // 行政许可法 art. 42 and 82: twenty working days from acceptance, ten more when the head of the body
  // approves. Tests (art. 45) and joint handling take longer, so the rule only hints.
  private static final Limit DECISION = Limit.parse("30 WD");

  private final LicenceDecision decision;
  private final String event;
  private final Findings findings;

  private LicenceRules(LicenceDecision decision, Findings findings) {
    this.decision = decision;
    this.event = decision.getLicenceEvent() == null ? "" : decision.getLicenceEvent();
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(LicenceDecision.class, LicenceRules::check);
  }

  private static void check(LicenceDecision decision, LocalDate today, Findings findings) {
    LicenceRules rules = new LicenceRules(decision, findings);
    rules.certificate();
    rules.validity();
    rules.suspension();
    rules.state();
    rules.reason();
    rules.original();
    rules.inTime();
    rules.publication();
  }

  private void certificate() {
    boolean named = decision.getCertificateName() != null;
    boolean numbered = decision.getCertificateNumber() != null;
    if (named != numbered) {
      String path = named ? "certificateNumber" : "certificateName";
      findings.add("licence.certificate", path, "one of the two only");
    }
    if (REFUSAL.equals(event) && (numbered || decision.getValidFrom() != null)) {
      String path = numbered ? "certificateNumber" : "validFrom";
      findings.add("licence.refused-with-certificate", path, "beside a refusal");
    }
  }

  private void validity() {
    if (!GRANT.equals(event) && !EXTENSION.equals(event)) {
      return;
    }
    if (decision.getValidFrom() == null) {
      findings.add("licence.validity", "validFrom", "absent");
    }
    if (decision.getValidUntil() == null) {
      findings.add("licence.validity", "validUntil", "absent");
    }
  }

  private void suspension() {
    if (SUSPENSION.equals(event) && decision.getSuspendedFrom() == null) {
      findings.add("licence.suspension-period", "suspendedFrom", "absent");
    }
    if (SUSPENSION.equals(event) && decision.getSuspendedUntil() == null) {
      findings.add("licence.suspension-period", "suspendedUntil", "absent");
    }
  }

  private void state() {
    String state = decision.getState();
    boolean valid = VALID.equals(state);
    if (valid && (ENDS.contains(event) || REFUSAL.equals(event))) {
      findings.add("licence.state", "state", "valid although the event ends or refuses it");
    } else if (state != null && !valid && VALID_AFTER.contains(event)) {
      findings.add("licence.state", "state", "not valid although the event grants or keeps it");
    }
  }

  private void reason() {
    boolean needed = ENDS.contains(event) || SUSPENSION.equals(event) || REFUSAL.equals(event);
    if (needed && decision.getReason() == null) {
      findings.add("licence.reason", "reason", "absent");
    }
  }

  private void original() {
    boolean first = event.isEmpty() || GRANT.equals(event) || REFUSAL.equals(event);
    if (!first && decision.getOriginalLicence() == null) {
      findings.add("licence.original", "originalLicence", "absent");
    }
  }

  private void inTime() {
    if ((GRANT.equals(event) || REFUSAL.equals(event))
        && findings
            .deadlines()
            .missed(DECISION, decision.getAcceptDate(), decision.getDecisionDate())) {
      findings.add("licence.decision-late", "decisionDate", "after the limit");
    }
  }

  private void publication() {
    if (Boolean.FALSE.equals(decision.isRestricted()) && decision.getPublishedBy() == null) {
      findings.add("licence.published-by", "publishedBy", "absent");
    }
  }
}
