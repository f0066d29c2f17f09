package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.crash.Judgement;
import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.MutantRun;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mutants}. */
@Command(
    name = "mutants",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Breaks the gateway on purpose, in one way after the other, from outside. Exits 0 only if",
      "the checker sees the damage each time."
    })
final class MutantsCommand implements Callable<Integer> {

  @Option(names = "--only", split = ",", description = "These only, for example eager-key.")
  private List<String> only = List.of();

  @Option(names = "--seed", description = "Seed of every random choice.")
  private long seed = 1;

  @Option(names = "--rate", description = "Messages a second over HTTP.")
  private int rate = 60;

  @Option(names = "--gateway-jar", description = "The gateway's jar.")
  private Path gatewayJar = Path.of("routes/target/enforcement-gateway.jar");

  @Option(names = "--verifier", description = "The verifier of the audit trail.")
  private Path verifier = Path.of("routes/src/verifier/verify_audit.py");

  @Override
  public Integer call() throws Exception {
    MutantRun run =
        new MutantRun(new Trial.Setting(gatewayJar, verifier, seed, rate), System.err::println);
    boolean allSeen = true;
    for (Mutant mutant : Arrays.stream(Mutant.values()).filter(this::wanted).toList()) {
      Judgement judgement = run.run(mutant);
      System.out.println(mutant.title() + ": " + judgement.byPromise());
      allSeen &= !judgement.holds();
    }
    return allSeen ? 0 : 1;
  }

  private boolean wanted(Mutant mutant) {
    return only.isEmpty() || only.contains(mutant.title());
  }
}
