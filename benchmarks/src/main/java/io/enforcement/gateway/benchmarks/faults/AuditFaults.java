package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.machine.Tmpfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The place of exported checkpoints fails: events wait, and all are exported when it is back. */
final class AuditFaults {

  private static final String COMPLAINT = "the audit trail cannot be sealed now";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private AuditFaults() {}

  static Scenario exportAway() {
    return new Act("F9", "the volume of exported checkpoints takes no writes", AuditFaults::play);
  }

  private static Fired play(Stage stage) throws Exception {
    long before = complaints(stage);
    refuse(stage, true);
    try {
      if (!Trial.within(PATIENCE, () -> complaints(stage) > before)) {
        throw new Broken("checkpoints are written although they cannot be");
      }
      Thread.sleep(stage.shortened() ? 2_000 : 30_000);
      stage.requireFlow();
    } finally {
      refuse(stage, false);
    }
    return Fired.of((int) (complaints(stage) - before), stage.requireFlow());
  }

  private static void refuse(Stage stage, boolean now) throws IOException {
    Path export = stage.dataDirectory().resolve("audit");
    Path away = export.resolveSibling("audit.away");
    if (stage.auditVolume().isEmpty()) {
      Files.move(now ? export : away, now ? away : export);
    } else if (!Trial.within(PATIENCE, () -> mounted(stage.auditVolume().get(), now))) {
      throw new IOException("the volume of checkpoints cannot be mounted anew");
    }
  }

  /** Fails while a checkpoint is just being written. */
  private static boolean mounted(Tmpfs volume, boolean readOnly) {
    try {
      volume.readOnly(readOnly);
      return true;
    } catch (IOException busy) {
      return false;
    }
  }

  private static long complaints(Stage stage) {
    return stage.complaints(COMPLAINT);
  }

  /** The database of yesterday is brought back under a trail that has been signed since. */
  static final class Restored implements Scenario {

    private static final String FORK = "FORK:";

    @Override
    public String row() {
      return "F27";
    }

    @Override
    public String title() {
      return "an old backup of the database is restored";
    }

    @Override
    public boolean atRest() {
      return true;
    }

    @Override
    public Fired play(Stage stage) throws Exception {
      Path now = stage.dataDirectory().resolve("postgres");
      Path backup = now.resolveSibling("postgres.backup");
      Path later = now.resolveSibling("postgres.later");
      end(stage);
      Directories.copy(now, backup);
      stage.trial().gateway().start();
      stage.trial().send("after-the-backup", 98_000_000);
      awaitNotes(stage, notes(stage));
      end(stage);
      Files.move(now, later);
      Files.move(backup, now);
      stage.trial().gateway().start();
      long signed = notes(stage);
      stage.trial().send("after-the-restore", 97_000_000);
      if (!Trial.within(PATIENCE, () -> stage.complaints(FORK) > 0)) {
        throw new Broken("nobody noticed that an old backup was restored");
      }
      Thread.sleep(3_000);
      if (notes(stage) > signed) {
        throw new Broken("a second history was signed");
      }
      end(stage);
      Directories.delete(now);
      Files.move(later, now);
      Duration start = stage.trial().gateway().start();
      awaitNotes(stage, signed - 1);
      return Fired.of((int) stage.complaints(FORK), start);
    }

    private static void end(Stage stage) throws Exception {
      stage.trial().gateway().signalEnd();
      if (!stage.trial().gateway().awaitEnd(60)) {
        throw new Broken("the gateway does not stop");
      }
    }

    private static void awaitNotes(Stage stage, long more) throws Broken {
      if (!Trial.within(PATIENCE, () -> notes(stage) > more)) {
        throw new Broken("no checkpoint is exported");
      }
    }

    private static long notes(Stage stage) {
      try (Stream<Path> files = Files.list(stage.dataDirectory().resolve("audit"))) {
        long bytes = 0;
        for (Path file : files.toList()) {
          bytes += file.getFileName().toString().startsWith("checkpoints-") ? Files.size(file) : 0;
        }
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
