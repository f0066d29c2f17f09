package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.machine.Tmpfs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A disk is full for a while. */
final class DiskFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private DiskFaults() {}

  /** Uploads are refused, messages go on. */
  static final class Spool implements Scenario {

    private static final int MEGABYTES = 64;
    private Optional<Tmpfs> volume = Optional.empty();

    @Override
    public String row() {
      return "F9";
    }

    @Override
    public String title() {
      return "the volume of files is full";
    }

    @Override
    public void prepare(Stage stage) throws Exception {
      volume = stage.volume("spool", MEGABYTES);
    }

    @Override
    public Fired play(Stage stage) throws Exception {
      Tmpfs small = volume.orElseThrow(() -> new Broken("this account may mount nothing"));
      small.fill();
      try {
        Thread.sleep(stage.shortened() ? 3_000 : 15_000);
        stage.requireFlow();
      } finally {
        small.free();
      }
      return Fired.of(1, stage.requireFlow());
    }
  }

  /** PostgreSQL ends itself when it cannot write its log; with room it must be back. */
  static final class WriteAheadLog implements Scenario {

    private static final int MEGABYTES = 512;

    @Override
    public String row() {
      return "F9";
    }

    @Override
    public String title() {
      return "the volume of the database's log is full";
    }

    @Override
    public Fired play(Stage stage) throws Exception {
      GatewayProcess gateway = stage.trial().gateway();
      gateway.signalEnd();
      if (!gateway.awaitEnd(PATIENCE.toSeconds())) {
        throw new Broken("the gateway does not stop");
      }
      Tmpfs volume =
          stage.volume("wal", MEGABYTES).orElseThrow(() -> new Broken("nothing can be mounted"));
      Path log = stage.dataDirectory().resolve("postgres/pg_wal");
      Path moved = stage.dataDirectory().resolve("wal/pg_wal");
      Directories.copy(log, moved);
      Directories.delete(log);
      Files.createSymbolicLink(log, moved);
      gateway.start();
      stage.requireFlow();
      Postmaster postmaster = stage.trial().postmaster();
      long pid = postmaster.pid();
      volume.fill();
      try {
        if (!Trial.within(PATIENCE, () -> ProcessHandle.of(pid).isEmpty())) {
          throw new Broken("the database does not notice");
        }
        Thread.sleep(3_000);
      } finally {
        volume.free();
      }
      return Fired.of(1, stage.requireFlow());
    }
  }
}
