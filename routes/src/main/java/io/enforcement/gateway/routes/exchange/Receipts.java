package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.DecidedPart;
import io.enforcement.gateway.routes.store.HeldRecord;
import io.enforcement.gateway.routes.store.OverdueFileStore.Overdue;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.ReceiptFinding;
import io.enforcement.gateway.standards.model.ReceiptOutcome;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Writes the receipt of a message: what became of each of its parts, for the sender. */
final class Receipts {

  /** A receipt is about the message itself: it stands before the first part. */
  private static final int PART = 0;

  private static final RuleTexts TEXTS = RuleTexts.of(Locale.SIMPLIFIED_CHINESE);

  private Receipts() {}

  /** A message that was set on its way again gets a receipt in place of the one before. */
  static DraftPart of(ClaimedMessage message, List<DecidedPart> records) {
    int refused = count(records, RecordState.REFUSED);
    int duplicate = count(records, RecordState.DUPLICATE) + count(records, RecordState.SUPERSEDED);
    Receipt receipt = new Receipt();
    receipt.setRecordUniqueIdentity("receipt-" + message.id());
    receipt.setCdOperation(message.replays() == 0 ? Operation.I : Operation.U);
    receipt.setRevision(1 + message.replays());
    receipt.setMessageId(message.id().toString());
    receipt.setSourceName(message.key());
    receipt.setDigest("sha256:" + HexFormat.of().formatHex(message.digest()));
    receipt.setReceivedAt(message.receivedAt().atOffset(ZoneOffset.ofHours(8)));
    receipt.setAccepted(records.size() - refused - duplicate);
    receipt.setDuplicate(duplicate);
    receipt.setRefused(refused);
    receipt.setOutcome(outcome(records.size(), refused));
    for (DecidedPart record : records) {
      record
          .findings()
          .forEach(finding -> receipt.getFindings().add(finding(record.position(), finding)));
    }
    return new DraftPart(
        PART - message.replays(), receipt, null, StandardXml.write(receipt), List.of());
  }

  /** The same receipt with what is found out later: files that were not brought or confirmed. */
  static DraftPart revised(HeldRecord last, List<Overdue> overdue) {
    Receipt receipt = (Receipt) StandardXml.read(last.body());
    receipt.setRevision(last.revision() + 1);
    for (Overdue late : overdue) {
      late.findings().forEach(f -> receipt.getFindings().add(finding(late.part(), f)));
    }
    return new DraftPart(PART, receipt, null, StandardXml.write(receipt), List.of());
  }

  private static int count(List<DecidedPart> records, RecordState state) {
    return (int) records.stream().filter(r -> r.state() == state).count();
  }

  private static ReceiptOutcome outcome(int all, int refused) {
    if (refused == 0) {
      return ReceiptOutcome.ACCEPTED;
    }
    return refused == all ? ReceiptOutcome.REFUSED : ReceiptOutcome.PARTLY;
  }

  private static ReceiptFinding finding(int part, Finding finding) {
    ReceiptFinding told = new ReceiptFinding();
    told.setPart(Math.max(1, part));
    told.setSeverity(finding.severity());
    told.setRule(finding.rule());
    told.setPath(finding.path().isEmpty() ? "/" : finding.path());
    told.setValueClass(finding.valueClass());
    told.setExpected(TEXTS.expected(finding));
    told.setFix(TEXTS.fix(finding));
    return told;
  }
}
