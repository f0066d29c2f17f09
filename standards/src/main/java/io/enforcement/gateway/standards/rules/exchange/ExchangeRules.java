package io.enforcement.gateway.standards.rules.exchange;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.CodeTableUpdate;
import io.enforcement.gateway.standards.model.DutyNotice;
import io.enforcement.gateway.standards.model.Envelope;
import io.enforcement.gateway.standards.model.MissingRecord;
import io.enforcement.gateway.standards.model.MissingSide;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import io.enforcement.gateway.standards.model.RectificationLedger;
import io.enforcement.gateway.standards.model.StatisticsReport;
import io.enforcement.gateway.standards.model.SupervisionOpinion;
import io.enforcement.gateway.standards.model.SupervisionReply;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the exchange itself says: envelopes and statements. */
public final class ExchangeRules {

  private static final Pattern BATCH = Pattern.compile("[0-9]{13}");
  private static final DateTimeFormatter BATCH_DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  // A list as long as the schema allows may be cut off: it proves nothing.
  private static final int LONGEST_LIST = 2_000;
  private static final Set<String> RECORD_NUMBERS =
      Dictionary.v1().records().stream()
          .map(RecordType::number)
          .collect(Collectors.toUnmodifiableSet());

  private ExchangeRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(Envelope.class, ExchangeRules::envelope);
    book.add(ReconciliationStatement.class, ExchangeRules::statement);
    book.add(CodeTableUpdate.class, CodeTableRules::check);
    book.add(StatisticsReport.class, StatisticsRules::check);
    book.add(SupervisionOpinion.class, SupervisionRules::opinion);
    book.add(SupervisionReply.class, SupervisionRules::reply);
    book.add(RectificationLedger.class, SupervisionRules::ledger);
    book.add(DutyNotice.class, SupervisionRules::notice);
  }

  private static void envelope(Envelope envelope, LocalDate today, Findings findings) {
    messageType(envelope.getMessageType(), findings);
    String batch = envelope.getBatchNo();
    batchNumber(batch, "batchNo", findings);
    String previous = envelope.getPreviousBatch();
    batchNumber(previous, "previousBatch", findings);
    if (isBatch(batch) && isBatch(previous) && previous.compareTo(batch) >= 0) {
      findings.add("envelope.batch-order", "previousBatch", "not before the batch");
    }
    sides(envelope.getSenderCode(), envelope.getReceiverCode(), findings);
    if (isZero(envelope.getRecordCount())) {
      findings.add("envelope.empty", "recordCount", "zero");
    }
  }

  private static void batchNumber(String batch, String path, Findings findings) {
    if (batch != null && !isBatch(batch)) {
      findings.add("envelope.batch-number", path, "not a day and five digits");
    }
  }

  private static boolean isBatch(String batch) {
    if (batch == null || !BATCH.matcher(batch).matches()) {
      return false;
    }
    try {
      LocalDate.parse(batch.substring(0, 8), BATCH_DAY);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void statement(
      ReconciliationStatement statement, LocalDate today, Findings findings) {
    messageType(statement.getMessageType(), findings);
    sides(statement.getSenderCode(), statement.getReceiverCode(), findings);
    if (statement.getSent() == null
        || statement.getReceived() == null
        || statement.getAccepted() == null
        || statement.getRejected() == null
        || statement.getPending() == null) {
      return; // Sums need all of them; what is absent the schema says.
    }
    long decided =
        (long) statement.getAccepted() + statement.getRejected() + statement.getPending();
    if (statement.getReceived() != decided) {
      findings.add("statement.sums", "received", "not accepted, rejected and pending together");
    }
    long atReceiver = missing(statement, MissingSide.AT_RECEIVER);
    long atSender = missing(statement, MissingSide.AT_SENDER);
    // While ranges are being opened, nobody knows yet what is missing.
    if (statement.getDigestRanges().isEmpty()
        && statement.getMissingRecords().size() < LONGEST_LIST
        && statement.getSent() - atReceiver != statement.getReceived() - atSender) {
      findings.add("statement.missing", "missingRecords", "do not explain the difference");
    }
    if (isZero(statement.getAccepted())
        && statement.getFineSum() != null
        && statement.getFineSum().signum() > 0) {
      findings.add("statement.fines-of-nothing", "fineSum", "above zero, nothing accepted");
    }
  }

  private static boolean isZero(Integer count) {
    return count != null && count == 0;
  }

  private static long missing(ReconciliationStatement statement, MissingSide side) {
    return statement.getMissingRecords().stream()
        .filter(record -> record != null && record.getSide() == side)
        .map(MissingRecord::getRecordKey)
        .distinct()
        .count();
  }

  private static void messageType(String number, Findings findings) {
    if (number != null && !RECORD_NUMBERS.contains(number)) {
      findings.add("envelope.message-type", "messageType", "no record of this number");
    }
  }

  private static void sides(String sender, String receiver, Findings findings) {
    if (sender != null && sender.equals(receiver)) {
      findings.add("envelope.same-side", "receiverCode", "the sender");
    }
  }
}
