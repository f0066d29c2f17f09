package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.LegalReview;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;

/** Who reviewed a decision before it was made, how long it took, and whether the opinion fits. */
final class LegalReviewRules {

  // 广东省重大执法决定法制审核办法 art. 18: five working days, three more when extended.
  private static final Limit USUAL = Limit.parse("5 WD");
  private static final Limit EXTENDED = Limit.parse("8 WD");
  // 市场监督管理行政处罚程序规定 art. 55: ten working days, the longest of the limits we know.
  private static final Limit LONGEST = Limit.parse("10 WD");
  private static final String AGREED = "01";

  private final LegalReview review;
  private final Findings findings;

  private LegalReviewRules(LegalReview review, Findings findings) {
    this.review = review;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(LegalReview.class, LegalReviewRules::check);
  }

  private static void check(LegalReview review, LocalDate today, Findings findings) {
    LegalReviewRules rules = new LegalReviewRules(review, findings);
    rules.reviewer();
    rules.time();
    rules.opinion();
  }

  private void reviewer() {
    if (ActOfficers.isAmong(review.getOfficers(), review.getReviewer())) {
      findings.add("review.case-officer", "reviewer.certNo", "an officer of the case");
    }
    // 行政处罚法 art. 58 asks it of those who are new to the task.
    if (Boolean.FALSE.equals(review.isReviewerQualified())
        && !Boolean.FALSE.equals(review.isFirstEngaged())) {
      findings.add("review.qualification", "reviewerQualified", "no legal qualification");
    }
  }

  private void time() {
    LocalDate sent = review.getSentDate();
    LocalDate opinion = review.getOpinionDate();
    Limit usual = Boolean.TRUE.equals(review.isExtended()) ? EXTENDED : USUAL;
    if (findings.deadlines().missed(LONGEST, sent, opinion)) {
      findings.add("review.late", "opinionDate", "after every known limit");
    } else if (findings.deadlines().missed(usual, sent, opinion)) {
      String days = String.valueOf(usual.amount());
      findings.add("review.slow", "opinionDate", "after the usual limit", days);
    }
  }

  private void opinion() {
    String result = review.getResult();
    boolean faults = !review.getReviewFaults().isEmpty();
    if (AGREED.equals(result) && faults) {
      findings.add("review.agreed-with-faults", "reviewFaults", "faults beside consent");
    } else if (result != null && !AGREED.equals(result) && !faults && review.getOpinion() == null) {
      findings.add("review.fault-missing", "reviewFaults", "neither fault nor opinion");
    }
    if (review.getOpinionDate() != null && result == null) {
      findings.add("review.result", "result", "absent");
    }
  }
}
