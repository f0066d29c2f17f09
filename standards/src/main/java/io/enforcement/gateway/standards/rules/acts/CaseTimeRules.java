package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CaseEvent;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.EnforcementCase;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How long after the violation a case was opened, and how long it took to decide. */
final class CaseTimeRules {

  // Codes of the table case-event.
  private static final String SUSPENDED = "09";
  private static final String RESUMED = "10";
  private static final String EXTENDED = "11";
  private static final Set<String> DECISIONS = Set.of("05", "06");

  // 行政处罚法 art. 60: within ninety days of the filing.
  private static final Limit DECISION = Limit.parse("90 CD");
  // 行政处罚法 art. 36: two years, five where life, health or financial safety is concerned.
  private static final int LIMITATION_YEARS = 2;
  private static final int LONG_LIMITATION_YEARS = 5;

  private final EnforcementCase enforcementCase;
  private final List<CaseEvent> events;
  private final LocalDate filed;
  private final Findings findings;

  private CaseTimeRules(EnforcementCase enforcementCase, Findings findings) {
    CaseReference reference = enforcementCase.getCaseReference();
    this.enforcementCase = enforcementCase;
    this.events = enforcementCase.getCaseEvents();
    this.filed = reference == null ? null : reference.getFilingDate();
    this.findings = findings;
  }

  static void check(EnforcementCase enforcementCase, LocalDate today, Findings findings) {
    CaseTimeRules rules = new CaseTimeRules(enforcementCase, findings);
    rules.limitation();
    rules.decisionInTime();
  }

  private void limitation() {
    LocalDate discovered = enforcementCase.getDiscovered();
    LocalDate found = discovered == null ? filed : discovered;
    LocalDate ended = enforcementCase.getViolationEnded();
    boolean longer = Boolean.TRUE.equals(enforcementCase.isLongLimitation());
    int years = longer ? LONG_LIMITATION_YEARS : LIMITATION_YEARS;
    if (found != null && ended != null && ended.plusYears(years).isBefore(found)) {
      findings.add("case.limitation", "violationEnded", "too long ago", String.valueOf(years));
    }
  }

  private void decisionInTime() {
    for (int i = 0; i < events.size(); i++) {
      CaseEvent event = events.get(i);
      if (event != null && event.getKind() != null && DECISIONS.contains(event.getKind())) {
        if (isLate(event.getDate(), i)) {
          findings.add("case.decision-late", "caseEvents[" + i + "].date", "after the limit");
        }
        return;
      }
    }
  }

  private boolean isLate(LocalDate decided, int position) {
    if (decided == null || filed == null) {
      return false;
    }
    long suspended = suspendedDays(decided, events.subList(0, position));
    if (extensions().findAny().isEmpty()) {
      return findings.deadlines().missed(DECISION, filed.plusDays(suspended), decided);
    }
    return extensions()
        .map(CaseEvent::getUntil)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .filter(until -> decided.isAfter(until.plusDays(suspended)))
        .isPresent();
  }

  /** Days between each suspension and its resumption, or the decision where nothing resumed it. */
  private static long suspendedDays(LocalDate decided, List<CaseEvent> before) {
    long days = 0;
    LocalDate since = null;
    for (CaseEvent event : before) {
      if (event == null || event.getDate() == null) {
        continue;
      }
      if (SUSPENDED.equals(event.getKind()) && since == null) {
        since = event.getDate();
      } else if (RESUMED.equals(event.getKind()) && since != null) {
        days += ChronoUnit.DAYS.between(since, event.getDate());
        since = null;
      }
    }
    return since == null ? days : days + ChronoUnit.DAYS.between(since, decided);
  }

  private Stream<CaseEvent> extensions() {
    return events.stream().filter(event -> event != null && EXTENDED.equals(event.getKind()));
  }
}
