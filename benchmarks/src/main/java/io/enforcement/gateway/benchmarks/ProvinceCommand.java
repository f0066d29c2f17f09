package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.province.ProvinceOptions;
import io.enforcement.gateway.benchmarks.province.ProvinceReport;
import io.enforcement.gateway.benchmarks.province.ProvinceRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code province}. */
@Command(
    name = "province",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Translated records of 27 sources into the provincial database, beside COPY of the same rows",
      "into the same indexed and partitioned tables. Intake, translation and rules are not in it.",
      "Exits 0 only if every record is there once and of every act one version counts."
    })
final class ProvinceCommand implements Callable<Integer> {

  @Option(names = "--records", description = "How many, spread over three years.")
  private int records = 100_000;

  @Option(names = "--portion", description = "How many are there at once, and are measured.")
  private int portion = 20_000;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--json", description = "One JSON line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ProvinceOptions options = new ProvinceOptions(records, portion, gatewayJar);
    ProvinceReport report = new ProvinceRun(options, System.err::println).run();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(report.figures()));
    } else {
      report.figures().forEach((name, value) -> System.out.println(name + ": " + value));
    }
    return report.holds() ? 0 : 1;
  }
}
