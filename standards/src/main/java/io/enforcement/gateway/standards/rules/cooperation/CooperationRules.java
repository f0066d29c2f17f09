package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.model.AssistAnswer;
import io.enforcement.gateway.standards.model.AssistRequest;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.ClueTransfer;
import io.enforcement.gateway.standards.model.Complaint;
import io.enforcement.gateway.standards.model.ComplaintResult;
import io.enforcement.gateway.standards.model.CopyNotice;
import io.enforcement.gateway.standards.model.DisciplineClue;
import io.enforcement.gateway.standards.model.DisciplineResult;
import io.enforcement.gateway.standards.model.FilingDisagreement;
import io.enforcement.gateway.standards.model.FilingFeedback;
import io.enforcement.gateway.standards.model.FilingRuling;
import io.enforcement.gateway.standards.model.HazardNotice;
import io.enforcement.gateway.standards.model.ImproperActCorrection;
import io.enforcement.gateway.standards.model.ImproperActNotice;
import io.enforcement.gateway.standards.model.JointEnforcement;
import io.enforcement.gateway.standards.model.JurisdictionDispute;
import io.enforcement.gateway.standards.model.JurisdictionTransfer;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.OutcomeFeedback;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.util.function.Function;

/**
 * Clues, assistance, copies, jurisdiction, joint enforcement, complaints: one class per matter, and
 * what is asked of everything that one body sends to another.
 */
public final class CooperationRules {

  private static final String ADDRESSEE = "addressee";

  private CooperationRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    addressees(book);
    book.add(ClueTransfer.class, ClueRules::transfer);
    book.add(FilingFeedback.class, ClueRules::filing);
    book.add(OutcomeFeedback.class, ClueRules::outcome);
    book.add(FilingDisagreement.class, ClueRules::disagreement);
    book.add(FilingRuling.class, ClueRules::ruling);
    book.add(ImproperActCorrection.class, NoticeRules::correction);
    book.add(CopyNotice.class, NoticeRules::copy);
    book.add(JurisdictionTransfer.class, JurisdictionRules::transfer);
    book.add(JurisdictionDispute.class, JurisdictionRules::dispute);
    book.add(AssistRequest.class, AssistanceRules::request);
    book.add(AssistAnswer.class, AssistanceRules::answer);
    book.add(JointEnforcement.class, AssistanceRules::joint);
    book.add(Complaint.class, ComplaintRules::complaint);
    book.add(ComplaintResult.class, ComplaintRules::result);
  }

  private static void addressees(RuleBook book) {
    toAnother(book, ClueTransfer.class, ClueTransfer::getBody, ClueTransfer::getAddressee);
    toAnother(book, FilingFeedback.class, FilingFeedback::getBody, FilingFeedback::getAddressee);
    toAnother(book, OutcomeFeedback.class, OutcomeFeedback::getBody, OutcomeFeedback::getAddressee);
    toAnother(
        book, ImproperActNotice.class, ImproperActNotice::getBody, ImproperActNotice::getAddressee);
    toAnother(
        book,
        ImproperActCorrection.class,
        ImproperActCorrection::getBody,
        ImproperActCorrection::getAddressee);
    toAnother(book, HazardNotice.class, HazardNotice::getBody, HazardNotice::getAddressee);
    toAnother(
        book,
        JurisdictionTransfer.class,
        JurisdictionTransfer::getBody,
        JurisdictionTransfer::getAddressee);
    toAnother(book, AssistRequest.class, AssistRequest::getBody, AssistRequest::getAddressee);
    toAnother(book, AssistAnswer.class, AssistAnswer::getBody, AssistAnswer::getAddressee);
    toAnother(book, CopyNotice.class, CopyNotice::getBody, CopyNotice::getAddressee);
    toAnother(book, DisciplineClue.class, DisciplineClue::getBody, DisciplineClue::getAddressee);
    toAnother(
        book, DisciplineResult.class, DisciplineResult::getBody, DisciplineResult::getAddressee);
  }

  private static <R extends StandardRecord> void toAnother(
      RuleBook book,
      Class<R> record,
      Function<R, BodyReference> body,
      Function<R, OrganReference> addressee) {
    book.add(
        record,
        (found, today, findings) -> {
          if (same(body.apply(found), addressee.apply(found))) {
            findings.add("cooperation.to-itself", ADDRESSEE, "the sender itself");
          }
        });
  }

  /** Whether both are one body by credit code; names alone prove nothing. */
  static boolean same(BodyReference body, OrganReference organ) {
    return body != null
        && organ != null
        && body.getUscc() != null
        && body.getUscc().equals(organ.getUscc());
  }
}
