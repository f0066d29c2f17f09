package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What became of the files, as both far sides wrote it down. Thread-safe while it is written. */
final class AttachmentLedger implements AutoCloseable {

  private static final String SENT = "SENT";
  private static final String UPLOADED = "UPLOADED";
  private static final String ACKNOWLEDGED = "ACKNOWLEDGED";
  private static final String FETCHED = "FETCHED";
  private static final String CONFIRMED = "CONFIRMED";
  private static final String SPOILT = "SPOILT";
  private static final String LEAKED = "LEAKED";

  private final Ledger ledger;

  AttachmentLedger(Path directory) throws IOException {
    ledger = new Ledger(directory.resolve("attachments.ledger"));
  }

  void sending(String id, String digest) {
    ledger.append(SENT, digest, id);
  }

  /** The sender has its 201 for the file. */
  void uploaded(String digest) {
    ledger.append(UPLOADED, digest);
  }

  /** The sender has its receipt for the notice that names the file. */
  void acknowledged(String digest) {
    ledger.append(ACKNOWLEDGED, digest);
  }

  /** The entitled receiver has the very bytes. */
  void fetched(String digest) {
    ledger.append(FETCHED, digest);
  }

  /** The gateway took the confirmation. */
  void confirmed(String digest) {
    ledger.append(CONFIRMED, digest);
  }

  /** The entitled receiver got a whole answer with other bytes. */
  void spoilt(String digest) {
    ledger.append(SPOILT, digest);
  }

  /** Somebody got a file that is none of its business. */
  void leaked(String digest) {
    ledger.append(LEAKED, digest);
  }

  /**
   * Everything that was written down.
   *
   * @param leftOver files of the spool that nobody can use any more
   */
  AttachmentEvidence evidence(Set<String> leftOver) throws IOException {
    return new AttachmentEvidence(
        all(SENT),
        all(UPLOADED),
        all(ACKNOWLEDGED),
        all(FETCHED),
        all(CONFIRMED),
        all(SPOILT),
        all(LEAKED),
        leftOver);
  }

  /** Whether every file that was acknowledged with its notice has been confirmed. */
  boolean complete() throws IOException {
    Set<String> owed = all(UPLOADED);
    owed.retainAll(all(ACKNOWLEDGED));
    return all(CONFIRMED).containsAll(owed);
  }

  private Set<String> all(String word) throws IOException {
    Set<String> digests = new HashSet<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(word)) {
        digests.add(line[1]);
      }
    }
    return digests;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
