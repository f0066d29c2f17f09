package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import io.enforcement.gateway.benchmarks.machine.FailingCalls;
import io.enforcement.gateway.benchmarks.machine.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database fails: nothing is acknowledged meanwhile, and all goes on by itself. */
final class DatabaseFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long FROZEN_MILLIS = 8_000;
  private static final long FROZEN_LONG_MILLIS = 90_000;

  private DatabaseFaults() {}

  /** PostgreSQL ends all its connections and recovers when one of its processes is killed. */
  static Scenario crashed() {
    return new Act("F5", "the database crashes and recovers", DatabaseFaults::crash);
  }

  private static Fired crash(Stage stage) throws Exception {
    Postmaster postmaster = stage.trial().postmaster();
    long before = postmaster.recoveries();
    int rounds = stage.shortened() ? 2 : 10;
    List<Duration> recoveries = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      try (Connection own = postmaster.connect("gateway_runtime", "database-runtime")) {
        Signal.KILL.to(Postmaster.backend(own));
        awaitRecovery(postmaster, before + i);
      } catch (java.sql.SQLException cutByTheCrash) {
        awaitRecovery(postmaster, before + i);
      }
      recoveries.add(stage.requireFlow());
    }
    return new Fired((int) (postmaster.recoveries() - before), recoveries, "");
  }

  private static void awaitRecovery(Postmaster postmaster, long before) throws Broken {
    boolean recovers =
        Trial.within(
            PATIENCE,
            () -> {
              try {
                return postmaster.recoveries() > before;
              } catch (java.io.IOException notNow) {
                return false;
              }
            });
    if (!recovers) {
      throw new Broken("the database does not recover");
    }
  }

  /** Nobody but the gateway starts its embedded database. */
  static Scenario killed() {
    return new Act("F5", "the whole database server is killed", DatabaseFaults::kill);
  }

  private static Fired kill(Stage stage) throws Exception {
    Postmaster postmaster = stage.trial().postmaster();
    long pid = postmaster.pid();
    Signal.KILL.to(pid);
    long begun = System.nanoTime();
    if (!Trial.within(PATIENCE, () -> isAnother(postmaster, pid))) {
      throw new Broken("the database server is not started again");
    }
    stage.requireFlow();
    return Fired.of(1, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static boolean isAnother(Postmaster postmaster, long pid) {
    try {
      return postmaster.pid() != pid && postmaster.alive();
    } catch (java.io.IOException notYet) {
      return false;
    }
  }

  /** PostgreSQL panics when its log cannot be forced to disk; nothing is acknowledged on it. */
  static Scenario syncFails() {
    return new Act(
        "F8", "the disk fails when the database's log is forced to it", DatabaseFaults::failSync);
  }

  private static Fired failSync(Stage stage) throws Exception {
    Postmaster postmaster = stage.trial().postmaster();
    List<Long> processes = new ArrayList<>(postmaster.children());
    processes.add(postmaster.pid());
    Path told = stage.trial().directory().resolve("failing-calls");
    int fired;
    try (FailingCalls calls = FailingCalls.of(processes, "fsync,fdatasync", "EIO", told)) {
      if (!Trial.within(PATIENCE, () -> failed(calls) > 0)) {
        throw new Broken("no call failed: strace is not there, or may not trace");
      }
      Thread.sleep(stage.shortened() ? 2_000 : 10_000);
      fired = failed(calls);
    }
    return Fired.of(fired, stage.requireFlow());
  }

  private static int failed(FailingCalls calls) {
    try {
      return calls.fired();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Scenario silent() {
    return new Act("F6", "the database does not answer", DatabaseFaults::freeze);
  }

  private static Fired freeze(Stage stage) throws Exception {
    Postmaster postmaster = stage.trial().postmaster();
    int duringFreeze;
    try {
      postmaster.freeze();
      Thread.sleep(1_000);
      int before = stage.trial().acknowledged();
      Thread.sleep(stage.shortened() ? FROZEN_MILLIS : FROZEN_LONG_MILLIS);
      duringFreeze = stage.trial().acknowledged() - before;
    } finally {
      postmaster.thaw();
    }
    if (duringFreeze > 0) {
      throw new Broken(duringFreeze + " messages were acknowledged without a database");
    }
    return Fired.of(1, stage.requireFlow());
  }
}
