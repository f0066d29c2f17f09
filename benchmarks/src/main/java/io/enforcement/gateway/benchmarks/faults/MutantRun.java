package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Judgement;
import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Breaks a promise on purpose, does what brings the damage to light, and asks the checker. Used by
 * one thread.
 */
public final class MutantRun {

  private static final int LOAD_MILLIS = 10_000;

  private final Trial.Setting setting;
  private final Consumer<String> log;

  /**
   * @param log takes one line per event, for people who watch
   */
  public MutantRun(Trial.Setting setting, Consumer<String> log) {
    this.setting = setting;
    this.log = log;
  }

  /** Plays it; the judgement must be bad. */
  public Judgement run(Mutant mutant) throws Exception {
    log.accept("mutant " + mutant.title());
    Optional<Scenario> scenario = scenario(mutant);
    try (Stage stage = new Stage(setting, true, log)) {
      if (scenario.isPresent()) {
        scenario.get().prepare(stage);
      }
      stage.open(mutant);
      if (scenario.isPresent()) {
        scenario.get().play(stage);
      }
      Thread.sleep(LOAD_MILLIS);
      if (mutant == Mutant.EDITED_EVENT) {
        mutant.plant(stage.trial().postmaster());
      }
      Judgement judgement = stage.trial().judge();
      log.accept(mutant.title() + ": " + judgement.byPromise());
      return judgement;
    }
  }

  /** What must happen that a broken promise shows; of some it shows by itself. */
  private static Optional<Scenario> scenario(Mutant mutant) {
    return switch (mutant) {
      case ACK_BEFORE_COMMIT -> Optional.of(new Kills(2, CrashPoint.K12));
      case EAGER_KEY -> Optional.of(new Kills(2, CrashPoint.K7));
      case ATTEMPT_LATE -> Optional.of(new Kills(3, CrashPoint.K13));
      case NO_EPOCH_CHECK -> Optional.of(ProcessFaults.two());
      case REPLAY_TO_ALL -> Optional.of(new ReplayFaults(false));
      case DEDUPE_OFF, SKIPPED_CHECKPOINT, EDITED_EVENT -> Optional.empty();
    };
  }
}
