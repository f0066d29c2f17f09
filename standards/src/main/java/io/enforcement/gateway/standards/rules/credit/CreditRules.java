package io.enforcement.gateway.standards.rules.credit;

import io.enforcement.gateway.standards.model.CreditObjection;
import io.enforcement.gateway.standards.model.CreditRepair;
import io.enforcement.gateway.standards.model.CreditStatus;
import io.enforcement.gateway.standards.model.PublicationRequest;
import io.enforcement.gateway.standards.model.PublicationWithdrawal;
import io.enforcement.gateway.standards.model.PublishedDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;

/** Credit, and the revocation that withdraws from credit and publicity. */
public final class CreditRules {

  private static final String DECIDED = "3";
  private static final String GRANTED = "1";

  private CreditRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(Revocation.class, CreditRules::revocation);
    book.add(CreditRepair.class, CreditRules::repair);
    book.add(CreditObjection.class, CreditRules::objection);
    book.add(CreditStatus.class, CreditRules::status);
    book.add(PublicationRequest.class, PublicationRules::check);
    book.add(PublicationWithdrawal.class, WithdrawalRules::check);
  }

  private static void revocation(Revocation revocation, LocalDate today, Findings findings) {
    String revoked = revocation.getPunishFileNum();
    String by = revocation.getRevocationFileNum();
    if (revoked != null
        && by != null
        && DocumentNumber.normalise(revoked).equals(DocumentNumber.normalise(by))) {
      findings.add("revocation.same-number", "revocationFileNum", "the number it revokes");
    }
  }

  private static void repair(CreditRepair repair, LocalDate today, Findings findings) {
    PublishedDecision decision = repair.getPublishedDecision();
    LocalDate applied = repair.getAppliedOn();
    if (decision != null && decision.getDecisionDate() != null) {
      PublicationTerms.shortest(applied, decision.getSeverity(), repair.isSafetyField())
          .filter(term -> applied.isBefore(decision.getDecisionDate().plus(term)))
          .ifPresent(
              term ->
                  findings.add(
                      "repair.before-minimum",
                      "appliedOn",
                      "too early",
                      String.valueOf(term.toTotalMonths())));
    }
    if (DECIDED.equals(repair.getStage()) && repair.getResultCode() == null) {
      findings.add("repair.result-missing", "resultCode", "absent");
    }
    if (repair.getResultCode() != null && repair.getResultDate() == null) {
      findings.add("repair.result-date-missing", "resultDate", "absent");
    }
    if (GRANTED.equals(repair.getResultCode())) {
      condition(repair.isDutiesFulfilled(), "dutiesFulfilled", findings);
      condition(repair.isCommitmentMade(), "commitmentMade", findings);
    }
  }

  private static void condition(Boolean met, String path, Findings findings) {
    if (!Boolean.TRUE.equals(met)) {
      findings.add("repair.condition-not-met", path, met == null ? "absent" : "no");
    }
  }

  private static void objection(CreditObjection objection, LocalDate today, Findings findings) {
    boolean answered = objection.getAnswer() != null;
    LocalDate done = answered ? objection.getAnswer().getAnsweredOn() : today;
    if (findings.deadlines().missed(objection.getAnswerLimit(), objection.getRaisedOn(), done)) {
      findings.add(
          "objection.answer-late", "answer", answered ? "after the limit" : "absent, limit passed");
    }
  }

  private static void status(CreditStatus status, LocalDate today, Findings findings) {
    part(status.getPublishedCount(), status.getPenaltyCount(), "publishedCount", findings);
    part(status.getRepairedCount(), status.getPenaltyCount(), "repairedCount", findings);
  }

  private static void part(Integer part, Integer whole, String path, Findings findings) {
    if (part != null && whole != null && part > whole) {
      findings.add("standing.counts-contradict", path, "more than on record");
    }
  }
}
