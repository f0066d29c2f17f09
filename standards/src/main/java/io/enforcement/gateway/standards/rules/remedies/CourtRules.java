package io.enforcement.gateway.standards.rules.remedies;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CourtApplication;
import io.enforcement.gateway.standards.model.CourtRuling;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** Enforcement by a court without litigation (行政强制法 chapter 5). */
final class CourtRules {

  // 行政强制法 art. 53: from the end of the time for reconsideration or suit.
  private static final Limit WINDOW = Limit.parse("3 MON");
  // Art. 54 with art. 69: ten working days after the demand letter was served.
  private static final Limit DEMAND = Limit.parse("10 WD");
  // Art. 56, 57 and 58 with art. 69.
  private static final Limit ACCEPTANCE = Limit.parse("5 WD");
  private static final Limit RULING = Limit.parse("7 WD");
  private static final Limit DOUBTFUL_RULING = Limit.parse("30 CD");
  private static final Limit REFUSAL_SERVED = Limit.parse("5 WD");

  // Codes of court-ruling.
  private static final String NOT_ENFORCED = "4";
  private static final Set<String> ACCEPTED_OR_NOT = Set.of("1", "2");
  private static final Set<String> RULED = Set.of("3", NOT_ENFORCED);
  private static final Set<String> REFUSED = Set.of("2", NOT_ENFORCED);
  private static final Set<String> ENFORCED = Set.of("5", "6");

  private CourtRules() {}

  static void application(CourtApplication found, LocalDate today, Findings findings) {
    LocalDate applied = found.getApplicationDate();
    LocalDate end = found.getRemedyEndDate();
    if (applied != null && end != null && !applied.isAfter(end)) {
      findings.add("court.before-window", "applicationDate", "before the time of the party ends");
    }
    if (findings.deadlines().missed(WINDOW, end, applied)) {
      findings.add("court.after-window", "applicationDate", "after the limit");
    }
    if (Boolean.TRUE.equals(found.isRemedySought())) {
      findings.add("court.remedy-sought", "remedySought", "the party sought a remedy");
    }
    demand(found, findings);
    if (found.getSignatory() == null) {
      findings.add("court.unsigned", "signatory", "absent");
    }
  }

  private static void demand(CourtApplication found, Findings findings) {
    LocalDate served = found.getDemandServedDate();
    if (served == null) {
      findings.add("court.no-demand", "demandServedDate", "absent");
    } else if (findings.deadlines().running(DEMAND, served, found.getApplicationDate())) {
      findings.add("court.demand-running", "applicationDate", "too soon after the demand letter");
    }
  }

  static void ruling(CourtRuling found, LocalDate today, Findings findings) {
    String outcome = found.getOutcome();
    if (outcome == null) {
      return;
    }
    LocalDate written = found.getDocumentDate();
    if (ACCEPTED_OR_NOT.contains(outcome)
        && findings.deadlines().missed(ACCEPTANCE, found.getApplicationReceivedDate(), written)) {
      findings.add("court.acceptance-late", "documentDate", "after the limit");
    }
    if (RULED.contains(outcome)
        && findings.deadlines().missed(limit(found), found.getAcceptedDate(), written)) {
      findings.add("court.ruling-late", "documentDate", "after the limit");
    }
    if (REFUSED.contains(outcome) && found.getReason() == null) {
      findings.add("court.refusal-without-reason", "reason", "absent");
    }
    if (NOT_ENFORCED.equals(outcome)
        && findings.deadlines().missed(REFUSAL_SERVED, written, found.getServedDate())) {
      findings.add("court.refusal-served-late", "servedDate", "after the limit");
    }
    if (ENFORCED.contains(outcome)
        && found.getExecutedAmount() == null
        && found.getExecutedDate() == null) {
      findings.add("court.enforced-without-result", "executedAmount", "absent");
    }
  }

  /** A refusal presupposes obvious unlawfulness, for which the court has the longer time. */
  private static Limit limit(CourtRuling found) {
    return NOT_ENFORCED.equals(found.getOutcome()) || Boolean.TRUE.equals(found.isOralReview())
        ? DOUBTFUL_RULING
        : RULING;
  }
}
