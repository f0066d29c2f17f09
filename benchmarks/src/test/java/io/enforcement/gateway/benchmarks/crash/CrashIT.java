package io.enforcement.gateway.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.crash.Checker.Promise;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The real jar under load, killed; runs in the {@code verify} phase of the profile {@code proof}.
 */
class CrashIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));
  private static final Path VERIFIER = Path.of("../routes/src/verifier/verify_audit.py");
  private static final int KILLS = Integer.getInteger("gateway.kills", 10);
  private static final long SEED = Long.getLong("gateway.seed", System.nanoTime());
  private static final int RATE = 180;
  private static final Consumer<String> LOG = line -> System.out.println("crash: " + line);

  @Test
  void keepsEveryPromiseOverAllKills() throws Exception {
    CrashReport report = run(KILLS, Optional.empty());

    assertThat(report.judgement().violations()).isEmpty();
    assertThat(report.kills())
        .hasSizeGreaterThanOrEqualTo(KILLS)
        .allMatch(kill -> kill.perSecond() >= Trigger.LEAST_PER_SECOND);
  }

  @Test
  void catchesAGatewayThatAcknowledgesBeforeTheCommit() throws Exception {
    assertThat(run(2, Optional.of(Mutant.ACK_BEFORE_COMMIT)).judgement().byPromise())
        .containsKey(Promise.NOTHING_LOST.name());
  }

  @Test
  void catchesAGatewayThatForgetsItsKeys() throws Exception {
    assertThat(run(1, Optional.of(Mutant.DEDUPE_OFF)).judgement().byPromise())
        .containsKey(Promise.SAME_RECEIPT.name());
  }

  private static CrashReport run(int kills, Optional<Mutant> mutant) throws Exception {
    Trial.Setting trial = new Trial.Setting(JAR, VERIFIER, SEED, RATE);
    return new CrashRun(new CrashOptions(trial, kills, mutant), LOG).run();
  }
}
