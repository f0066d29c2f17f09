package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import io.enforcement.gateway.benchmarks.machine.Signal;
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

  static Scenario silent() {
    return new Act("F6", "the database does not answer", DatabaseFaults::freeze);
  }

  private static Fired freeze(Stage stage) throws Exception {
    Postmaster postmaster = stage.trial().postmaster();
    postmaster.signalAll(Signal.STOP);
    int duringFreeze;
    try {
      Thread.sleep(1_000);
      int before = stage.trial().acknowledged();
      Thread.sleep(stage.shortened() ? FROZEN_MILLIS : FROZEN_LONG_MILLIS);
      duringFreeze = stage.trial().acknowledged() - before;
    } finally {
      postmaster.signalAll(Signal.CONT);
    }
    if (duringFreeze > 0) {
      throw new Broken(duringFreeze + " messages were acknowledged without a database");
    }
    return Fired.of(1, stage.requireFlow());
  }
}
