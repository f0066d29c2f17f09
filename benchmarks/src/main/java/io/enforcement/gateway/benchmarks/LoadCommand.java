package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.load.LoadOptions;
import io.enforcement.gateway.benchmarks.load.LoadReport;
import io.enforcement.gateway.benchmarks.load.LoadRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code load}. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "The gateway beside the naive flows, alternating, in one run on this machine.",
      "A message counts when its last receiver has it; the gateway has two, the naive flows one."
    })
final class LoadCommand implements Callable<Integer> {

  @Option(names = "--passes", description = "Alternating passes at full load.")
  private int passes = 5;

  @Option(names = "--seconds", description = "Length of a pass in seconds.")
  private int seconds = 12;

  @Option(names = "--clients", description = "Keep-alive connections of the driver.")
  private int clients = 12;

  @Option(names = "--seed", description = "Seed of the order of the targets in each pass.")
  private long seed = 1;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(
      names = "--only",
      description = "Measure one side alone, without a ratio: ${COMPLETION-CANDIDATES}.")
  private LoadOptions.Side only;

  @Option(names = "--json", description = "One JSON line instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    LoadOptions options =
        new LoadOptions(passes, Duration.ofSeconds(seconds), clients, seed, only, gatewayJar);
    LoadReport report = new LoadRun(options).run();
    System.out.println(
        json ? JsonMapper.shared().writeValueAsString(report.figures()) : report.table());
    return 0;
  }
}
