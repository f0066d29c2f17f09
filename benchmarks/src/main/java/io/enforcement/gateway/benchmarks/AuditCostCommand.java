package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.load.AuditCostReport;
import io.enforcement.gateway.benchmarks.load.AuditCostRun;
import io.enforcement.gateway.benchmarks.load.LoadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit-cost}. */
@Command(
    name = "audit-cost",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "CPU per message with and without the chain of the audit trail, in alternating passes.",
      "Without it events are written, but get no position, tree, signature and export."
    })
final class AuditCostCommand implements Callable<Integer> {

  @Option(names = "--passes", description = "Alternating passes at full load.")
  private int passes = 7;

  @Option(names = "--seconds", description = "Length of a pass in seconds.")
  private int seconds = 20;

  @Option(names = "--clients", description = "Keep-alive connections of the driver.")
  private int clients = 12;

  @Option(names = "--seed", description = "Seed of the order of the two in each pass.")
  private long seed = 1;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--json", description = "One JSON line instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    LoadOptions options =
        new LoadOptions(passes, Duration.ofSeconds(seconds), clients, seed, null, gatewayJar);
    AuditCostReport report = new AuditCostRun(options).run();
    System.out.println(
        json ? JsonMapper.shared().writeValueAsString(report.figures()) : report.table());
    return 0;
  }
}
