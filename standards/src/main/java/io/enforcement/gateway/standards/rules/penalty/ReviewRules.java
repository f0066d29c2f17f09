package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.ReviewSummary;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** Legal review and collective discussion before a decision (demand U02). */
final class ReviewRules {

  private final PenaltyDecision decision;
  private final ReviewSummary review;
  private final Findings findings;

  private ReviewRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.review = decision.getLegalReview();
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    ReviewRules rules = new ReviewRules(decision, findings);
    rules.passed();
    LocalDate discussed = decision.getCollectiveDiscussionDate();
    if (Boolean.TRUE.equals(decision.isMajorCase()) && discussed == null) {
      findings.add("duty.collective-discussion", "collectiveDiscussionDate", "absent");
    }
    if (rules.review != null) {
      rules.inOrder(rules.review.getDate(), "legalReview.date");
      rules.reviewer(rules.review.getReviewer());
    }
    rules.inOrder(discussed, "collectiveDiscussionDate");
  }

  /** 行政处罚法 (2021) art. 58: major cases, and cases that had a hearing. */
  private void passed() {
    if (review != null && Boolean.TRUE.equals(review.isPassed())) {
      return;
    }
    String found = review == null ? "absent" : "not passed";
    if (Boolean.TRUE.equals(decision.isMajorCase())) {
      findings.add("duty.legal-review", "legalReview", found);
    } else if (Boolean.TRUE.equals(decision.isHearing())) {
      findings.add("decision.review-after-hearing", "legalReview", found);
    }
  }

  private void inOrder(LocalDate step, String path) {
    LocalDate decided = decision.getPunishSetDate();
    LocalDate filed = CaseRules.filed(decision);
    if (step != null && decided != null && step.isAfter(decided)) {
      findings.add("duty.step-order", path, "later than the decision");
    } else if (step != null && filed != null && step.isBefore(filed)) {
      findings.add("decision.step-before-filing", path, "earlier than the filing");
    }
  }

  private void reviewer(OfficerReference reviewer) {
    if (reviewer == null || reviewer.getCertNo() == null) {
      return;
    }
    for (OfficerReference officer : decision.getOfficers()) {
      if (officer != null && reviewer.getCertNo().equals(officer.getCertNo())) {
        findings.add("decision.reviewer-officer", "legalReview.reviewer", "officer of the case");
        return;
      }
    }
  }
}
