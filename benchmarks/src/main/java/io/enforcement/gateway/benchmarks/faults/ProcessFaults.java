package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.CrashPoints;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Descriptors;
import io.enforcement.gateway.benchmarks.machine.Signal;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The gateway's process freezes, is told to stop, is one of two, or dies of what it reads. */
final class ProcessFaults {

  /** Longer than a process may be silent before others take it for dead. */
  private static final long SILENT_MILLIS = 20_000;

  private static final Duration TAKEN_OVER = Duration.ofSeconds(180);
  private static final String CLAIMED_FOR_B = "claimed-b";
  private static final long LONG_SILENT_MILLIS = 90_000;
  private static final long STOP_SECONDS = 40;
  private static final int DEATHS = 3;
  private static final int ENDED_BY_RULE = 137;
  private static final String NO_MORE_FILES = "Too many open files";
  private static final int FEW = 20;
  private static final int MANY = 60;

  private ProcessFaults() {}

  static Scenario frozen() {
    return new Act(
        "F2",
        "the process freezes and goes on",
        stage -> {
          freeze(stage.trial().gateway(), stage.shortened() ? SILENT_MILLIS : LONG_SILENT_MILLIS);
          return new Fired(1, List.of(stage.requireFlow(), stage.requireDeliveries()), "");
        });
  }

  private static void freeze(GatewayProcess gateway, long millis) throws Exception {
    Signal.STOP.to(gateway.pid());
    try {
      Thread.sleep(millis);
    } finally {
      Signal.CONT.to(gateway.pid());
    }
  }

  /**
   * Each of them is taken for dead in turn, and comes back; the first one between a claim and the
   * first byte to the receiver that must be asked, when the other has asked and sent.
   */
  static Scenario two() {
    return new Act(
        "F26",
        "two gateways work on one database, and freeze in turn",
        stage -> {
          List<Duration> recoveries = new ArrayList<>();
          int rounds = stage.shortened() ? 1 : 5;
          try (GatewayProcess second = stage.trial().another()) {
            for (int i = 0; i < rounds; i++) {
              freeze(second, SILENT_MILLIS);
              recoveries.add(stage.requireFlow());
              freezeAfterClaim(stage);
              recoveries.add(stage.requireFlow());
            }
          }
          return new Fired(2 * rounds, recoveries, "");
        });
  }

  private static void freezeAfterClaim(Stage stage) throws Exception {
    int before = stage.trial().sentAfterAsking();
    stage.points().orderFreeze(CLAIMED_FOR_B, 1 + stage.random().nextInt(20));
    try {
      if (!Trial.within(Duration.ofSeconds(60), stage.points()::hasFired)) {
        throw new Broken("the process did not freeze after a claim");
      }
      if (!Trial.within(TAKEN_OVER, () -> stage.trial().sentAfterAsking() > before)) {
        throw new Broken("nobody took over, asked and sent what a frozen process had claimed");
      }
    } finally {
      Signal.CONT.to(stage.trial().gateway().pid());
      stage.points().fired();
    }
  }

  static Scenario told() {
    return new Act("F29", "told to stop under load, twice at a time", ProcessFaults::stop);
  }

  private static Fired stop(Stage stage) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    int rounds = stage.shortened() ? 1 : 10;
    List<Duration> starts = new ArrayList<>();
    long doubts = doubts(stage);
    for (int i = 0; i < rounds; i++) {
      stage.requireFlow();
      gateway.signalEnd();
      Thread.sleep(500);
      gateway.signalEnd();
      if (!gateway.awaitEnd(STOP_SECONDS)) {
        throw new Broken("the gateway does not stop in " + STOP_SECONDS + " s");
      }
      if (gateway.exitCode().orElseThrow() != 0) {
        throw new Broken("the gateway ended with " + gateway.exitCode().getAsInt());
      }
      starts.add(gateway.start());
    }
    if (doubts(stage) > doubts) {
      throw new Broken("stopping left " + (doubts(stage) - doubts) + " deliveries in doubt");
    }
    return new Fired(rounds, starts, "");
  }

  private static long doubts(Stage stage) throws Exception {
    try (GatewayApi api = stage.api()) {
      return api.totals().path("receivers").path("crash-c").path("inDoubt").asLong();
    }
  }

  static Scenario poisoned() {
    return new Act("F24", "a message ends every process that reads it", ProcessFaults::poison);
  }

  private static Fired poison(Stage stage) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    String id = stage.trial().send("poison-1", 99_000_000);
    List<Duration> starts = new ArrayList<>();
    for (int i = 0; i < DEATHS; i++) {
      if (!gateway.awaitEnd(120) || gateway.exitCode().orElseThrow() != ENDED_BY_RULE) {
        throw new Broken("the poison did not end the process, death " + (i + 1));
      }
      stage.points().fired();
      gateway.tryStart().ifPresent(starts::add);
    }
    stage.requireFlow();
    try (GatewayApi api = stage.api()) {
      String state = api.message(id).orElseThrow().path("state").asString();
      if (!state.equals("QUARANTINED")) {
        throw new Broken("after " + DEATHS + " deaths the message is " + state);
      }
    }
    return new Fired(DEATHS, starts, "");
  }

  /** Connections and files beyond what it may open are shed; the rest goes on. */
  static Scenario squeezed() {
    return new Act("F25", "the process may open no more files", ProcessFaults::squeeze);
  }

  private static Fired squeeze(Stage stage) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    long before = stage.complaints(NO_MORE_FILES);
    Descriptors descriptors = new Descriptors(gateway.pid());
    List<Socket> idle = new ArrayList<>();
    descriptors.squeeze(FEW);
    try {
      for (int i = 0; i < MANY; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), gateway.port()));
      }
      Trial.within(Duration.ofSeconds(20), () -> stage.complaints(NO_MORE_FILES) > before);
      Thread.sleep(stage.shortened() ? 2_000 : 15_000);
    } finally {
      descriptors.release();
      for (Socket socket : idle) {
        socket.close();
      }
    }
    return Fired.of((int) (stage.complaints(NO_MORE_FILES) - before), stage.requireFlow());
  }

  /** K23, on an installation of its own. */
  static Scenario migrating() {
    return new Act(
        "K23",
        CrashPoint.K23.title(),
        stage -> {
          Path directory = stage.trial().directory().resolve("migrating");
          Site site = new Site(directory.resolve("gateway"));
          site.write();
          CrashPoints points = CrashPoints.plant(directory);
          points.order(CrashPoint.K23.name(), CrashPoint.K23.hits());
          try (GatewayProcess gateway = stage.trial().beside(site, points.jvm())) {
            boolean ready = gateway.tryStart().isPresent();
            if (ready || points.fired().isEmpty()) {
              throw new Broken("the migration was not interrupted");
            }
            return Fired.of(1, gateway.start());
          }
        });
  }
}
