package io.enforcement.gateway.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real jar and every row of the matrix; runs with the profile {@code faults}. */
class FaultsIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));
  private static final Path VERIFIER = Path.of("../routes/src/verifier/verify_audit.py");
  private static final int KILLS = Integer.getInteger("gateway.kills", 200);
  private static final long SEED = Long.getLong("gateway.seed", System.nanoTime());
  private static final Duration SOAK = Duration.ofMinutes(Integer.getInteger("gateway.soak", 10));
  private static final int RATE = 60;
  private static final Trial.Setting TRIAL = new Trial.Setting(JAR, VERIFIER, SEED, RATE);
  private static final Consumer<String> LOG = line -> System.out.println("faults: " + line);

  @Test
  void keepsEveryPromiseOverEveryRow() throws Exception {
    FaultOptions options = new FaultOptions(TRIAL, KILLS, Set.of(), false, SOAK);
    FaultReport report = new FaultRun(options, LOG).run();
    ReportPage.write(report, Path.of("target/faults/report.html"));

    assertThat(report.holds()).as(report.figures().toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void seesEveryBrokenPromise(Mutant mutant) throws Exception {
    assertThat(new MutantRun(TRIAL, LOG).run(mutant).holds()).isFalse();
  }
}
