package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.FaultOptions;
import io.enforcement.gateway.benchmarks.faults.FaultReport;
import io.enforcement.gateway.benchmarks.faults.FaultRun;
import io.enforcement.gateway.benchmarks.faults.ReportPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code faults}. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Plays the rows of the fault matrix under load, each with the proof that the fault fired,",
      "and checks from outside that every promise was kept. Exits 0 only if all hold."
    })
final class FaultsCommand implements Callable<Integer> {

  @Option(names = "--only", split = ",", description = "These rows only, for example F5,F10.")
  private Set<String> only = Set.of();

  @Option(
      names = "--short",
      description = {
        "One gateway for all, and each scenario as short as it can be: one for each kind of fault,",
        "or the rows that --only names."
      })
  private boolean shortened;

  @Option(names = "--kills", description = "Kills that must count.")
  private int kills = 30;

  @Option(names = "--soak", description = "How long row F30 lasts, all faults at once.")
  private Duration soak = Duration.ofMinutes(10);

  @Option(names = "--seed", description = "Seed of every random choice; without it a new one.")
  private Long seed;

  @Option(names = "--rate", description = "Messages a second over HTTP.")
  private int rate = 60;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--verifier", description = "The verifier of the audit trail.")
  private Path verifier = Path.of("routes/src/verifier/verify_audit.py");

  @Option(names = "--report", description = "A page with the figures; beside it the same as JSON.")
  private Path report;

  @Option(names = "--json", description = "One JSON line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    long chosen = seed != null ? seed : System.nanoTime() & 0xffff_ffffL;
    Trial.Setting trial = new Trial.Setting(gatewayJar, verifier, chosen, rate);
    FaultReport found =
        new FaultRun(new FaultOptions(trial, kills, only, shortened, soak), System.err::println)
            .run();
    if (report != null) {
      ReportPage.write(found, report);
    }
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(found.figures()));
    } else {
      found.figures().forEach((name, value) -> System.out.println(name + ": " + value));
    }
    return found.holds() ? 0 : 1;
  }
}
