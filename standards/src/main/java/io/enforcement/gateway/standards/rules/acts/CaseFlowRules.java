package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.CaseEvent;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.EnforcementCase;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps of a case: their order, and what each has to say. */
final class CaseFlowRules {

  // Codes of the table case-event.
  private static final String FILED = "01";
  private static final String NOT_FILED = "02";
  private static final String CLOSED = "08";
  private static final String SUSPENDED = "09";
  private static final String EXTENDED = "11";
  private static final Set<String> OUTCOMES = Set.of(NOT_FILED, "05", "06", "12", "13", "14");
  private static final Set<String> NEED_REASON = Set.of(NOT_FILED, SUSPENDED, EXTENDED, "12", "13");
  private static final Set<String> NEED_APPROVER =
      Set.of(FILED, NOT_FILED, CLOSED, SUSPENDED, EXTENDED, "12", "13");

  // Codes of the table case-state.
  private static final String STATE_CLOSED = "05";
  private static final Set<String> FINAL_STATES = Set.of(STATE_CLOSED, "06");

  private final EnforcementCase enforcementCase;
  private final List<CaseEvent> events;
  private final LocalDate filed;
  private final Findings findings;

  private CaseFlowRules(EnforcementCase enforcementCase, Findings findings) {
    CaseReference reference = enforcementCase.getCaseReference();
    this.enforcementCase = enforcementCase;
    this.events = enforcementCase.getCaseEvents();
    this.filed = reference == null ? null : reference.getFilingDate();
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(EnforcementCase.class, CaseFlowRules::check);
    book.add(EnforcementCase.class, CaseTimeRules::check);
  }

  private static void check(EnforcementCase enforcementCase, LocalDate today, Findings findings) {
    CaseFlowRules rules = new CaseFlowRules(enforcementCase, findings);
    rules.filing();
    rules.officers();
    rules.order();
    rules.particulars();
    rules.closing();
  }

  private void filing() {
    boolean another =
        of(FILED).map(CaseEvent::getDate).anyMatch(date -> date != null && !date.equals(filed));
    if (filed == null && !has(NOT_FILED)) {
      findings.add("case.filing-date", "caseReference.filingDate", "absent");
    } else if (another) {
      findings.add("case.filing-date", "caseReference.filingDate", "another than the step says");
    }
  }

  private void officers() {
    long certified =
        ActOfficers.certified(
            Stream.concat(
                Stream.ofNullable(enforcementCase.getLeadOfficer()),
                enforcementCase.getOfficers().stream()));
    if (filed != null && certified < 2) {
      findings.add("case.two-officers", "officers", certified + " certified");
    }
  }

  private void order() {
    LocalDate latest = LocalDate.MIN;
    for (int i = 0; i < events.size(); i++) {
      LocalDate date = events.get(i) == null ? null : events.get(i).getDate();
      if (date != null && date.isBefore(latest)) {
        findings.add("case.event-order", path(i, "date"), "before the step above it");
      } else if (date != null) {
        latest = date;
      }
    }
  }

  private void particulars() {
    for (int i = 0; i < events.size(); i++) {
      CaseEvent event = events.get(i);
      if (event == null || event.getKind() == null) {
        continue;
      }
      if (NEED_REASON.contains(event.getKind()) && event.getReason() == null) {
        findings.add("case.reason", path(i, "reason"), "absent");
      }
      if (NEED_APPROVER.contains(event.getKind()) && event.getApprover() == null) {
        findings.add("case.approver", path(i, "approver"), "absent");
      }
      if (EXTENDED.equals(event.getKind()) && event.getUntil() == null) {
        findings.add("case.extension-end", path(i, "until"), "absent");
      }
    }
  }

  private void closing() {
    String state = enforcementCase.getState();
    boolean dated = enforcementCase.getCloseDate() != null;
    boolean closed = dated || has(CLOSED);
    if (STATE_CLOSED.equals(state) && !dated) {
      findings.add("case.close-state", "closeDate", "absent although the case is closed");
    } else if (closed && state != null && !FINAL_STATES.contains(state)) {
      findings.add("case.close-state", "state", "an open stage of a closed case");
    }
    if ((closed || STATE_CLOSED.equals(state)) && OUTCOMES.stream().noneMatch(this::has)) {
      findings.add("case.outcome", "caseEvents", "neither decision nor termination");
    }
  }

  private Stream<CaseEvent> of(String kind) {
    return events.stream().filter(event -> event != null && kind.equals(event.getKind()));
  }

  private boolean has(String kind) {
    return of(kind).findAny().isPresent();
  }

  private static String path(int event, String property) {
    return "caseEvents[" + event + "]." + property;
  }
}
