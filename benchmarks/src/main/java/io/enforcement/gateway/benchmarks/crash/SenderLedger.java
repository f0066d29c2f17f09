package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What the senders handed over and what they were told. Thread-safe while it is written. */
final class SenderLedger implements AutoCloseable {

  private static final String SENT = "SENT";
  private static final String WRONG = "WRONG";
  private static final String ACKNOWLEDGED = "ACKNOWLEDGED";
  private static final String CHANGED = "CHANGED";
  private static final String SAME = "SAME";

  private final Ledger ledger;
  private final AtomicInteger records = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();

  SenderLedger(Path directory) throws IOException {
    ledger = new Ledger(directory.resolve("senders.ledger"));
  }

  /** Before the first byte leaves. */
  void sending(String id, String caseNumber, int ordinal, boolean wrong) {
    records.incrementAndGet();
    ledger.append(wrong ? WRONG : SENT, id, caseNumber, Integer.toString(ordinal));
  }

  /** The receipt is in the sender's hands. */
  void acknowledged(String id, String messageId) {
    acknowledged.incrementAndGet();
    ledger.append(ACKNOWLEDGED, id, messageId);
  }

  /** A repeated message was answered. */
  void repeated(String id, boolean sameReceipt) {
    duplicates.incrementAndGet();
    ledger.append(sameReceipt ? SAME : CHANGED, id);
  }

  /** The receipt names other bytes than were sent. */
  void falseReceipt(String id) {
    ledger.append(CHANGED, id);
  }

  int recordCount() {
    return records.get();
  }

  int acknowledgedCount() {
    return acknowledged.get();
  }

  int duplicateCount() {
    return duplicates.get();
  }

  /** The message id of each acknowledged record. */
  Map<String, String> messageIds() throws IOException {
    Map<String, String> ids = new HashMap<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(ACKNOWLEDGED)) {
        ids.put(line[1], line[2]);
      }
    }
    return ids;
  }

  List<Sent> sent() throws IOException {
    Set<String> acknowledgedIds = messageIds().keySet();
    Map<String, Sent> all = new LinkedHashMap<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(SENT) || line[0].equals(WRONG)) {
        boolean wrong = line[0].equals(WRONG);
        boolean told = acknowledgedIds.contains(line[1]);
        all.put(
            line[1],
            new Sent(
                line[1], line[1].split("\\|")[1], line[2], Integer.parseInt(line[3]), wrong, told));
      }
    }
    return new ArrayList<>(all.values());
  }

  Set<String> changedReceipts() throws IOException {
    Set<String> changed = new HashSet<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(CHANGED)) {
        changed.add(line[1]);
      }
    }
    return changed;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
