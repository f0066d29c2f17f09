package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.Hearing;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** When a hearing was asked for, announced and held, and by whom. 行政处罚法 art. 64. */
final class PenaltyHearingRules {

  // Item 1: asked for within five days of being told.
  private static final Limit REQUEST = Limit.parse("5 WD");
  // Item 2: time and place are told seven days before.
  private static final Limit NOTICE = Limit.parse("7 WD");

  private final Hearing hearing;
  private final Findings findings;

  private PenaltyHearingRules(Hearing hearing, Findings findings) {
    this.hearing = hearing;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(Hearing.class, PenaltyHearingRules::check);
  }

  private static void check(Hearing hearing, LocalDate today, Findings findings) {
    PenaltyHearingRules rules = new PenaltyHearingRules(hearing, findings);
    rules.request();
    rules.notice();
    rules.people();
    rules.outcome();
  }

  private void request() {
    if (findings
        .deadlines()
        .missed(REQUEST, hearing.getRightToldDate(), hearing.getAppliedDate())) {
      findings.add("hearing.request-late", "appliedDate", "after the limit");
    }
    if (Boolean.FALSE.equals(hearing.isAccepted()) && hearing.getRefusalReason() == null) {
      findings.add("hearing.refusal-reason", "refusalReason", "absent");
    }
  }

  private void notice() {
    LocalDate notified = hearing.getNotifiedDate();
    LocalDate held = hearing.getHeldDate();
    OffsetDateTime scheduled = hearing.getScheduledAt();
    if (held != null && notified == null) {
      findings.add("hearing.notice-missing", "notifiedDate", "absent");
    }
    if (scheduled != null && hearing.getPlace() == null) {
      findings.add("hearing.place", "place", "absent");
    }
    LocalDate day = held == null && scheduled != null ? scheduled.toLocalDate() : held;
    // The seventh working day itself is soon enough: only an earlier one is within the limit.
    if (day != null && findings.deadlines().running(NOTICE, notified, day.plusDays(1))) {
      findings.add("hearing.notice-short", "notifiedDate", "too close to the hearing");
    }
  }

  private void people() {
    if (ActOfficers.isAmong(hearing.getOfficers(), hearing.getPresider())) {
      findings.add("hearing.presider", "presider.certNo", "an officer of the case");
    }
    if (hearing.getHeldDate() != null && hearing.getPresider() == null) {
      findings.add("hearing.presider", "presider", "absent");
    }
  }

  private void outcome() {
    if (Boolean.FALSE.equals(hearing.isOpenToPublic()) && hearing.getClosedReason() == null) {
      findings.add("hearing.closed", "closedReason", "absent");
    }
    if (hearing.getHeldDate() != null && hearing.getResult() == null) {
      findings.add("hearing.result", "result", "absent");
    }
  }
}
