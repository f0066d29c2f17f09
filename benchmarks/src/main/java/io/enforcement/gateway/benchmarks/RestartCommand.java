package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.restart.RestartReport;
import io.enforcement.gateway.benchmarks.restart.RestartRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code restart}. */
@Command(
    name = "restart",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Kills the gateway while deliveries wait and starts it again. Exits 0 only if it is ready",
      "within 15 s, delivers within 20 s, and everything that waited arrives."
    })
final class RestartCommand implements Callable<Integer> {

  @Option(names = "--queued", description = "Deliveries that wait.")
  private int queued = 100_000;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--json", description = "One JSON line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    RestartReport report = new RestartRun(gatewayJar, queued, System.err::println).run();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(report.figures()));
    } else {
      report.figures().forEach((name, value) -> System.out.println(name + ": " + value));
    }
    return report.holds() ? 0 : 1;
  }
}
