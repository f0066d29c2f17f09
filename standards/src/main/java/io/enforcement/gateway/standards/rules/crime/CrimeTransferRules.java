package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.PriorPenalty;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The transfer letter: its clocks, whom it goes to, what it has to bring along. */
final class CrimeTransferRules {

  // 国务院令第730号 art. 5: approved or refused three days after the report, sent within 24 hours.
  private static final Limit APPROVAL = Limit.parse("3 CD");
  private static final Limit SENDING = Limit.parse("24 H");
  // 环环监〔2017〕17号 art. 14; elsewhere no number is known.
  private static final Limit AFTER_ADVICE = Limit.parse("3 CD");
  private static final String REPORT = "02";
  private static final String GOODS_LIST = "03";

  private final CrimeTransfer transfer;
  private final Findings findings;

  private CrimeTransferRules(CrimeTransfer transfer, Findings findings) {
    this.transfer = transfer;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(CrimeTransfer.class, CrimeTransferRules::check);
  }

  private static void check(CrimeTransfer transfer, LocalDate today, Findings findings) {
    CrimeTransferRules rules = new CrimeTransferRules(transfer, findings);
    rules.clocks();
    rules.receivers();
    rules.offence();
    rules.papers();
    rules.priorPenalties();
  }

  private void clocks() {
    CrimeRules.late(
        "crime.approval-late",
        APPROVAL,
        transfer.getReportedAt(),
        transfer.getApprovedAt(),
        "approvedAt",
        findings);
    CrimeRules.late(
        "crime.sending-late",
        SENDING,
        transfer.getApprovedAt(),
        transfer.getSentAt(),
        "sentAt",
        findings);
    if (transfer.getApprovedAt() != null
        && transfer.getSentAt() != null
        && transfer.getSentAt().isBefore(transfer.getApprovedAt())) {
      findings.add("crime.sent-before-approval", "sentAt", "earlier than the approval");
    }
    CrimeRules.late(
        "crime.advised-transfer-late",
        AFTER_ADVICE,
        CrimeRules.received(transfer.getAdvice()),
        Deadlines.day(transfer.getSentAt()),
        "sentAt",
        findings);
  }

  private void receivers() {
    CrimeRules.addressee(transfer.getReceiver(), CrimeRules.POLICE, findings);
    if (!CrimeRules.copied(transfer.getCopyReceivers(), CrimeRules.PROCURATORATE)) {
      findings.add("crime.copy-procuratorate", "copyReceivers", "no procuratorate");
    }
  }

  private void offence() {
    if (transfer.getSuspectedOffences().isEmpty()) {
      findings.add("crime.offence-absent", "suspectedOffences", "absent");
    }
  }

  private void papers() {
    if (!encloses(REPORT)) {
      findings.add("crime.investigation-report", "papers", "no investigation report");
    }
    // Goods in the record are the list itself.
    if (!encloses(GOODS_LIST) && transfer.getGoodsItems().isEmpty()) {
      findings.add("crime.goods-list", "papers", "no list of goods");
    }
  }

  private boolean encloses(String kind) {
    return transfer.getPapers().stream()
        .filter(Objects::nonNull)
        .anyMatch(paper -> kind.equals(paper.getKind()));
  }

  private void priorPenalties() {
    List<PriorPenalty> penalties = transfer.getPriorPenalties();
    if (Boolean.TRUE.equals(transfer.isPenaltyMade()) == penalties.isEmpty()) {
      findings.add(
          "crime.prior-penalty-mark",
          "penaltyMade",
          penalties.isEmpty() ? "made, but none named" : "not made, but one named");
    }
    for (int i = 0; i < penalties.size(); i++) {
      if (penalties.get(i) != null && penalties.get(i).getPunishFileNum() == null) {
        findings.add(
            "crime.prior-penalty-number", "priorPenalties[" + i + "].punishFileNum", "absent");
      }
    }
  }
}
