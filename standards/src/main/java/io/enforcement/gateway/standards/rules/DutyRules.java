package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.ReviewSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Duties of the acting body (demands U01, U02, U05, U07–U09). All of them warn: whoever collects
 * acts has no power to undo a lawful one. Limits quoted from the Penalty Law (2021) are from memory
 * and travel as arguments of the finding.
 */
final class DutyRules {

  private static final String SUMMARY = "1";
  private static final Set<String> SUMMARY_PENALTIES = Set.of("01", PenaltyRules.FINE);
  // 行政处罚法 (2021) art. 51: at most 200 yuan for a citizen, 3,000 for an organisation.
  private static final BigDecimal SUMMARY_CITIZEN = BigDecimal.valueOf(200);
  private static final BigDecimal SUMMARY_ORGANISATION = BigDecimal.valueOf(3000);

  private final PenaltyDecision decision;
  private final Findings findings;

  private DutyRules(PenaltyDecision decision, Findings findings) {
    this.decision = decision;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    DutyRules rules = new DutyRules(decision, findings);
    rules.officers();
    rules.review();
    rules.crime();
    rules.item();
    rules.finedTwice();
    rules.summaryProcedure();
    rules.discretion();
  }

  private void officers() {
    long certified =
        decision.getOfficers().stream()
            .filter(Objects::nonNull)
            .map(OfficerReference::getCertNo)
            .filter(Objects::nonNull)
            .distinct()
            .count();
    if (certified < 2) {
      findings.add("duty.two-officers", "officers", certified + " certified");
    }
  }

  private void review() {
    ReviewSummary review = decision.getLegalReview();
    if (decision.isMajorCase() && (review == null || !review.isPassed())) {
      findings.add("duty.legal-review", "legalReview", review == null ? "absent" : "not passed");
    }
    LocalDate discussed = decision.getCollectiveDiscussionDate();
    if (decision.isMajorCase() && discussed == null) {
      findings.add("duty.collective-discussion", "collectiveDiscussionDate", "absent");
    }
    if (review != null) {
      notAfterDecision(review.getDate(), "legalReview.date");
    }
    notAfterDecision(discussed, "collectiveDiscussionDate");
  }

  private void notAfterDecision(LocalDate step, String path) {
    LocalDate decided = decision.getPunishSetDate();
    if (step != null && decided != null && step.isAfter(decided)) {
      findings.add("duty.step-order", path, "later than the decision");
    }
  }

  private void crime() {
    if (decision.isSuspectedCrime() && !fines().isEmpty()) {
      findings.add("duty.suspected-crime", "suspectedCrime", "fined although a crime is suspected");
    }
  }

  private void item() {
    if (decision.getCaseReference() != null
        && decision.getCaseReference().getSuperviseItemCode() == null) {
      findings.add("duty.item", "caseReference.superviseItemCode", "absent");
    }
  }

  private void finedTwice() {
    Set<Integer> fined = new HashSet<>();
    List<Penalty> penalties = decision.getPenalties();
    for (int i = 0; i < penalties.size(); i++) {
      if (isFine(penalties.get(i)) && !bound(penalties.get(i)).stream().allMatch(fined::add)) {
        findings.add("duty.fined-twice", "penalties[" + i + "]", "a second fine for one party");
      }
    }
  }

  private void summaryProcedure() {
    if (!SUMMARY.equals(decision.getPunishProcedure())) {
      return;
    }
    boolean citizens =
        decision.getParties().stream()
            .filter(Objects::nonNull)
            .allMatch(p -> PartyRules.CITIZEN.equals(p.getKind()) && !p.isSelfEmployed());
    BigDecimal limit = citizens ? SUMMARY_CITIZEN : SUMMARY_ORGANISATION;
    boolean tooMuch =
        fines().stream().anyMatch(p -> p.getAmount() != null && p.getAmount().compareTo(limit) > 0);
    boolean otherPenalty =
        decision.getPenalties().stream()
            .filter(p -> p != null && p.getType() != null)
            .anyMatch(p -> !SUMMARY_PENALTIES.contains(p.getType()));
    if (tooMuch || otherPenalty) {
      findings.add(
          "duty.summary-procedure",
          "punishProcedure",
          tooMuch ? "fine above the limit" : "another penalty than warning or fine",
          limit.toPlainString());
    }
  }

  private void discretion() {
    if (!fines().isEmpty() && decision.getDiscretion() == null) {
      findings.add("duty.discretion", "discretion", "absent");
    }
  }

  private List<Penalty> fines() {
    return decision.getPenalties().stream().filter(DutyRules::isFine).toList();
  }

  private static boolean isFine(Penalty penalty) {
    return penalty != null && PenaltyRules.FINE.equals(penalty.getType());
  }

  /** The numbers of the parties a penalty binds: those it names, or everybody. */
  private List<Integer> bound(Penalty penalty) {
    return penalty.getPartyNos().isEmpty()
        ? decision.getParties().stream()
            .filter(Objects::nonNull)
            .map(Party::getNo)
            .distinct()
            .toList()
        : penalty.getPartyNos().stream().distinct().toList();
  }
}
