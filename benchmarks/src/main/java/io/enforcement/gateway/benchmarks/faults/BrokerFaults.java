package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.machine.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The broker fails: work is delayed, and nothing else. */
final class BrokerFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private BrokerFaults() {}

  static Scenario directoryDeleted() {
    return new Act("F3", "the broker's directory is deleted under load", BrokerFaults::delete);
  }

  private static Fired delete(Stage stage) throws Exception {
    int rounds = stage.shortened() ? 1 : 5;
    Path directory = stage.dataDirectory().resolve("broker");
    List<Duration> recoveries = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Directories.delete(directory);
      long begun = System.nanoTime();
      int before = stage.trial().effects('A');
      recoveries.add(stage.requireFlow());
      if (!Trial.within(PATIENCE, () -> Files.exists(directory))) {
        throw new Broken("the broker was not begun anew");
      }
      if (!Trial.within(PATIENCE, () -> stage.trial().effects('A') > before)) {
        throw new Broken("nothing is delivered without the broker's directory");
      }
      recoveries.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    return new Fired(rounds, recoveries, "");
  }
}
