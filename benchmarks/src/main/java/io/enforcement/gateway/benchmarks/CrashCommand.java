package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.crash.CrashOptions;
import io.enforcement.gateway.benchmarks.crash.CrashReport;
import io.enforcement.gateway.benchmarks.crash.CrashRun;
import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

/** {@code crash}. */
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Kills the gateway under load, restarts it, and checks from outside that every promise",
      "was kept. Exits 0 only if all hold; with --mutant only if the checker sees the damage."
    })
final class CrashCommand implements Callable<Integer> {

  @Option(names = "--kills", description = "Kills that must count.")
  private int kills = 10;

  @Option(names = "--seed", description = "Seed of every random choice; without it a new one.")
  private Long seed;

  @Option(names = "--rate", description = "Messages a second over HTTP.")
  private int rate = 180;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--verifier", description = "The verifier of the audit trail.")
  private Path verifier = Path.of("routes/src/verifier/verify_audit.py");

  @Option(
      names = "--mutant",
      description = "ack-before-commit or dedupe-off: break the gateway on purpose.",
      converter = Named.class)
  private Mutant mutant;

  @Option(names = "--json", description = "One JSON line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    long chosen = seed != null ? seed : System.nanoTime() & 0xffff_ffffL;
    CrashOptions options =
        new CrashOptions(
            new Trial.Setting(gatewayJar, verifier, chosen, rate),
            kills,
            Optional.ofNullable(mutant));
    CrashReport report = new CrashRun(options, System.err::println).run();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(report.figures()));
    } else {
      report.figures().forEach((name, value) -> System.out.println(name + ": " + value));
    }
    boolean asExpected = mutant == null ? report.holds() : !report.holds();
    return asExpected ? 0 : 1;
  }

  private static final class Named implements ITypeConverter<Mutant> {
    @Override
    public Mutant convert(String value) {
      return Arrays.stream(Mutant.values())
          .filter(each -> each.title().equals(value))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("no mutant has this name"));
    }
  }
}
