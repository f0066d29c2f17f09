package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CrimeTransferReceipt;
import io.enforcement.gateway.standards.model.SupplementAnswer;
import io.enforcement.gateway.standards.model.SupplementRequest;
import io.enforcement.gateway.standards.model.TransferForwarding;
import io.enforcement.gateway.standards.model.TransferReturn;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;

/** What the police do with a transfer before they decide: receive, ask, pass on, give back. */
final class CrimeReceptionRules {

  // 国务院令第730号 art. 7: the receipt is signed at once.
  private static final Limit RECEIPT = Limit.parse("0 CD");
  // 公安机关办理刑事案件程序规定 art. 175 and 180; 环环监〔2017〕17号 art. 8 and 9.
  private static final Limit FIRST_DAY = Limit.parse("24 H");
  // The same, art. 180: material is supplied within three days.
  private static final Limit SUPPLEMENT = Limit.parse("3 CD");
  private static final String MATERIAL = "1";

  private CrimeReceptionRules() {}

  static void addTo(RuleBook book) {
    book.add(CrimeTransferReceipt.class, (receipt, today, findings) -> receipt(receipt, findings));
    book.add(SupplementRequest.class, (request, today, findings) -> request(request, findings));
    book.add(SupplementAnswer.class, (answer, today, findings) -> answer(answer, findings));
    book.add(TransferForwarding.class, (notice, today, findings) -> forwarded(notice, findings));
    book.add(TransferReturn.class, (notice, today, findings) -> returned(notice, findings));
  }

  private static void receipt(CrimeTransferReceipt receipt, Findings findings) {
    CrimeRules.late(
        "crime.receipt-late",
        RECEIPT,
        CrimeRules.received(receipt.getTransfer()),
        Deadlines.day(receipt.getAcceptedAt()),
        "acceptedAt",
        findings);
  }

  private static void request(SupplementRequest request, Findings findings) {
    // Evidence that turns out to be thin may be asked for at any time.
    if (!MATERIAL.equals(request.getKind())) {
      return;
    }
    CrimeRules.late(
        "crime.supplement-late",
        FIRST_DAY,
        request.getAcceptedAt(),
        request.getRequestedAt(),
        "requestedAt",
        findings);
    if (request.getMissingMaterials().isEmpty()) {
      findings.add("crime.missing-material", "missingMaterials", "absent");
    }
  }

  private static void answer(SupplementAnswer answer, Findings findings) {
    if (MATERIAL.equals(answer.getKind())) {
      CrimeRules.late(
          "crime.supplement-answer-late",
          SUPPLEMENT,
          CrimeRules.received(answer.getRequest()),
          answer.getAnsweredOn(),
          "answeredOn",
          findings);
    }
    if (answer.getPapers().isEmpty() && answer.getExplanation() == null) {
      findings.add("crime.supplement-answer-empty", "papers", "neither papers nor explanation");
    }
  }

  private static void forwarded(TransferForwarding notice, Findings findings) {
    CrimeRules.late(
        "crime.forwarding-late",
        FIRST_DAY,
        notice.getAcceptedAt(),
        notice.getForwardedAt(),
        "forwardedAt",
        findings);
  }

  private static void returned(TransferReturn notice, Findings findings) {
    CrimeRules.late(
        "crime.return-late",
        FIRST_DAY,
        notice.getAcceptedAt(),
        notice.getReturnedAt(),
        "returnedAt",
        findings);
    CrimeRules.papersBack(notice.isPapersReturned(), findings);
  }
}
