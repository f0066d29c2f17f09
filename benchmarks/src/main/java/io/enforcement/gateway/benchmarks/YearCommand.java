package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.year.YearOptions;
import io.enforcement.gateway.benchmarks.year.YearReport;
import io.enforcement.gateway.benchmarks.year.YearRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code year}. */
@Command(
    name = "year",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "A year of conversations in a gateway whose clock is moved. Every deadline is computed a",
      "second time and compared. Exits 0 only if all are equal and asking did not get slower."
    })
final class YearCommand implements Callable<Integer> {

  @Option(names = "--conversations", description = "How many, spread over the year.")
  private int conversations = 100_000;

  @Option(names = "--seed", description = "Seed of every random choice.")
  private long seed = 1;

  @Option(names = "--senders", description = "Connections that send at the same time.")
  private int senders = 6;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--json", description = "One JSON line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    YearOptions options = new YearOptions(conversations, seed, senders, gatewayJar);
    YearReport report = new YearRun(options, System.err::println).run();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(report.figures()));
    } else {
      report.figures().forEach((name, value) -> System.out.println(name + ": " + value));
    }
    return report.holds() ? 0 : 1;
  }
}
