package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path directory;

  @Test
  void remembersAndDropsALineThatACrashCutShort() throws IOException {
    Path file = directory.resolve("ledger.tsv");
    try (Ledger ledger = new Ledger(file)) {
      ledger.append(Event.ARRIVED, "a", new byte[] {1}, "x\ty");
    }
    Files.writeString(file, "2026-11-22T00:00:00Z\tARRI", StandardOpenOption.APPEND);
    try (Ledger ledger = new Ledger(file)) {
      assertThat(ledger.keys(Event.ARRIVED)).containsOnlyKeys("a");
      ledger.append(Event.ARRIVED, "b", new byte[] {2}, "x");
    }
    try (Ledger ledger = new Ledger(file)) {
      assertThat(ledger.entries()).extracting(Ledger.Entry::key).containsExactly("a", "b");
      assertThat(ledger.entries().get(0).note()).isEqualTo("x y");
    }
  }
}
