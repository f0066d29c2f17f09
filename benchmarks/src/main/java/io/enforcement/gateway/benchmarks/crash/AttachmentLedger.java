package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of the files, as both far sides wrote it down. Thread-safe while it is written. */
final class AttachmentLedger implements AutoCloseable {

  private final Ledger ledger;

  AttachmentLedger(Path directory) throws IOException {
    ledger = new Ledger(directory.resolve("attachments.ledger"));
  }

  void note(FileFate fate, String digest) {
    ledger.append(fate.name(), digest);
  }

  /** The digests of all files of which each was said. */
  Map<FileFate, Set<String>> fates() throws IOException {
    Map<FileFate, Set<String>> fates = new EnumMap<>(FileFate.class);
    for (String[] line : ledger.lines()) {
      fates.computeIfAbsent(FileFate.valueOf(line[0]), fate -> new HashSet<>()).add(line[1]);
    }
    return fates;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
