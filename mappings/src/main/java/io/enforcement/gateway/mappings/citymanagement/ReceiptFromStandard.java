package io.enforcement.gateway.mappings.citymanagement;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.ReceiptFinding;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.RuleTexts;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the receipt file that tells the department's clerks row by row what to mend. */
@Named("cityManagementReceipt")
public final class ReceiptFromStandard implements FromStandard {

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter BEIJING_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final RuleTexts TEXTS = RuleTexts.of(Locale.SIMPLIFIED_CHINESE);

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Receipt receipt = (Receipt) record;
    return PartnerJson.writeReadable(
        new ReceiptFile(
            receipt.getSourceName(),
            receipt.getMessageId(),
            receipt.getDigest(),
            BEIJING_TIME.format(receipt.getReceivedAt().toInstant().atOffset(BEIJING)),
            outcome(receipt),
            receipt.getAccepted(),
            receipt.getDuplicate(),
            receipt.getRefused(),
            entries(receipt, Severity.REFUSE),
            entries(receipt, Severity.WARNING)));
  }

  private static String outcome(Receipt receipt) {
    return switch (receipt.getOutcome()) {
      case ACCEPTED -> "全部接收";
      case PARTLY -> "部分接收";
      case REFUSED -> "未接收";
    };
  }

  private static List<ReceiptFile.Entry> entries(Receipt receipt, Severity severity) {
    return receipt.getFindings().stream()
        .filter(f -> f.getSeverity() == severity)
        .map(ReceiptFromStandard::entry)
        .toList();
  }

  private static ReceiptFile.Entry entry(ReceiptFinding finding) {
    return new ReceiptFile.Entry(
        finding.getPart(),
        finding.getPath(),
        finding.getRule(),
        TEXTS.title(finding.getRule()),
        finding.getValueClass(),
        finding.getExpected(),
        finding.getFix());
  }
}
