package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CoercionMeasure;
import io.enforcement.gateway.standards.model.FamilyNotice;
import io.enforcement.gateway.standards.model.MeasureExtension;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.Set;

/** Seizures and other measures: how long, how ordered, on what. 行政强制法 (2011). */
final class CoercionMeasureRules {

  // Codes of the table coercion-measure.
  private static final String PERSON = "1";
  private static final String SEALING = "2";
  private static final String SEIZURE = "3";
  private static final String FREEZING = "4";
  private static final Set<String> LIMITED = Set.of(SEALING, SEIZURE, FREEZING);

  // Art. 25 and 32: thirty days, and at most thirty more.
  private static final Limit TERM = Limit.parse("30 CD");
  private static final Limit EXTENDED_TERM = Limit.parse("60 CD");
  // Art. 19: what was done on the spot is reported to the head within 24 hours.
  private static final Limit REPORT = Limit.parse("24 H");
  // Art. 31 and 69: the decision to freeze reaches the party within three working days.
  private static final Limit FREEZING_SERVED = Limit.parse("3 WD");

  private final CoercionMeasure measure;
  private final Findings findings;

  private CoercionMeasureRules(CoercionMeasure measure, Findings findings) {
    this.measure = measure;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(CoercionMeasure.class, CoercionMeasureRules::check);
  }

  private static void check(CoercionMeasure measure, LocalDate today, Findings findings) {
    CoercionMeasureRules rules = new CoercionMeasureRules(measure, findings);
    ActItem.check(measure.getSuperviseItemCode(), measure.getCaseReference(), findings);
    ActInspection.check(measure.getCheckActionCode(), measure.getCaseReference(), findings);
    rules.officers();
    rules.onTheSpot();
    if (measure.getMeasure() != null && LIMITED.contains(measure.getMeasure())) {
      rules.term();
    }
    rules.extension();
    rules.object();
    rules.family();
    if (measure.getDisposal() != null && measure.getDisposalDate() == null) {
      findings.add("coercion.disposal-date", "disposalDate", "absent");
    }
  }

  // Art. 18: carried out by two officers or more.
  private void officers() {
    long certified = ActOfficers.certified(measure.getOfficers().stream());
    if (certified < 2) {
      findings.add("coercion.two-officers", "officers", certified + " certified");
    }
  }

  private void onTheSpot() {
    if (!Boolean.TRUE.equals(measure.isOnTheSpot())) {
      return;
    }
    if (measure.getReportedAt() == null) {
      findings.add("coercion.report-missing", "reportedAt", "absent");
    } else if (findings
        .deadlines()
        .missed(REPORT, measure.getImplementedAt(), measure.getReportedAt())) {
      findings.add("coercion.report-late", "reportedAt", "after the limit");
    }
  }

  /** The days of tests are left out (art. 25), as if the term had begun that much later. */
  private void term() {
    LocalDate start = measure.getStartDate();
    if (start == null) {
      return;
    }
    int tests = measure.getTestingDays() == null ? 0 : measure.getTestingDays();
    LocalDate from = start.plusDays(tests);
    MeasureExtension extension = measure.getExtension();
    LocalDate lifted = measure.getLiftedDate();
    LocalDate end = lifted == null ? measure.getEndDate() : lifted;
    String path = lifted == null ? "endDate" : "liftedDate";
    if (end == null && extension == null) {
      findings.add("coercion.end-missing", "endDate", "absent");
    } else if (extension == null && findings.deadlines().missed(TERM, from, end)) {
      findings.add("coercion.too-long", path, "after thirty days, not extended");
    } else if (extension != null) {
      if (findings.deadlines().missed(EXTENDED_TERM, from, extension.getUntil())) {
        findings.add("coercion.extended-too-long", "extension.until", "after sixty days");
      } else if (lifted != null && findings.deadlines().missed(EXTENDED_TERM, from, lifted)) {
        findings.add("coercion.extended-too-long", "liftedDate", "after sixty days");
      }
    }
  }

  // Art. 25: told to the party at once, with the reasons.
  private void extension() {
    MeasureExtension extension = measure.getExtension();
    if (extension == null) {
      return;
    }
    if (extension.getReason() == null) {
      findings.add("coercion.extension-reason", "extension.reason", "absent");
    }
    if (extension.getToldDate() == null) {
      findings.add("coercion.extension-told", "extension.toldDate", "absent");
    }
  }

  private void object() {
    String kind = measure.getMeasure();
    boolean goods = !measure.getGoodsItems().isEmpty();
    boolean sealedNothing = SEALING.equals(kind) && !goods && measure.getPlace() == null;
    if (sealedNothing || (SEIZURE.equals(kind) && !goods)) {
      findings.add("coercion.goods", "goodsItems", "absent");
    }
    if (FREEZING.equals(kind) && measure.getFrozenAccounts().isEmpty()) {
      findings.add("coercion.account", "frozenAccounts", "absent");
    }
    LocalDate served = measure.getMandatoryDecisionSevDate();
    if (FREEZING.equals(kind)
        && findings.deadlines().missed(FREEZING_SERVED, measure.getStartDate(), served)) {
      findings.add("coercion.freezing-served", "mandatoryDecisionSevDate", "after the limit");
    }
  }

  // Art. 20: the family is told on the spot or at once afterwards.
  private void family() {
    FamilyNotice notice = measure.getFamilyNotice();
    boolean told = notice != null && notice.getNotifiedAt() != null;
    boolean explained = notice != null && notice.getReasonNotGiven() != null;
    if (PERSON.equals(measure.getMeasure()) && !told && !explained) {
      findings.add("coercion.family-notice", "familyNotice", "absent");
    }
  }
}
