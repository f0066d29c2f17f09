package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.FileFaults;
import io.enforcement.gateway.benchmarks.crash.RowFaults;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.time.Duration;

/** Files and rows that are not yet whole, and names and keys that come again. */
final class FileScenarios {

  private FileScenarios() {}

  static Scenario growing() {
    return new Act("F20", "a file grows, a name comes again, the line is cut", FileScenarios::play);
  }

  static Scenario impostor() {
    return new Act(
        "F21",
        "the file server has another key",
        stage -> {
          require(
              stage
                  .trial()
                  .files()
                  .impostor(
                      stage.trial().directory().resolve("impostor"),
                      port -> stage.lead("city-management", port)));
          return Fired.of(1, stage.requireFlow());
        });
  }

  static Scenario rows() {
    return new Act(
        "F22",
        "rows are committed late, out of order, changed in flight and afterwards",
        stage -> {
          RowFaults rows = stage.trial().rows();
          int rounds = stage.shortened() ? 1 : 3;
          for (int i = 0; i < rounds; i++) {
            require(rows.committedLate());
            require(rows.updatedInFlight());
            require(rows.changedAfterwards());
          }
          return Fired.of(3 * rounds, stage.requireFlow());
        });
  }

  private static Fired play(Stage stage) throws Exception {
    FileFaults files = stage.trial().files();
    require(files.growing());
    require(files.sameNameAgain());
    Duration time = stage.shortened() ? Duration.ofSeconds(2) : Duration.ofSeconds(15);
    int cut = stage.during("city-management", Fault.cutDown(5_000), time);
    if (cut == 0) {
      throw new Broken("the line to the files was never cut");
    }
    return Fired.of(2 + cut, stage.requireFlow());
  }

  private static void require(String wrong) throws Broken {
    if (!wrong.isEmpty()) {
      throw new Broken(wrong);
    }
  }
}
