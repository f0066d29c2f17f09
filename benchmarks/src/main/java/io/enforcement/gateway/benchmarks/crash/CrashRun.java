package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.wire.Lines;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One run: load from two intakes, kills at chosen moments with the broker's directory deleted in
 * between, once also under load, then rest, then the checker.
 */
public final class CrashRun {

  private static final int TRIES_PER_KILL = 3;

  private final CrashOptions options;
  private final Consumer<String> log;
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();
  private int brokerDeletions;

  /**
   * @param log takes one line per event, for people who watch
   */
  public CrashRun(CrashOptions options, Consumer<String> log) {
    this.options = options;
    this.log = log;
    this.random = new Random(options.trial().seed());
  }

  /** Runs it; takes minutes. */
  public CrashReport run() throws IOException, SQLException, InterruptedException {
    log.accept("seed " + options.trial().seed());
    try (Trial trial = new Trial(options.trial(), Lines.DIRECT, log)) {
      trial.start(
          options.mutant().isPresent()
              ? options.mutant().get().plant(trial.directory())
              : List.of());
      trial.load();
      killAll(new Killer(trial, log), trial);
      Judgement judgement = trial.judge();
      return new CrashReport(options, List.copyOf(kills), brokerDeletions, judgement);
    }
  }

  private void killAll(Killer killer, Trial trial)
      throws IOException, SQLException, InterruptedException {
    int tries = options.kills() * TRIES_PER_KILL;
    boolean deletedUnderLoad = false;
    while (missing() && tries-- > 0) {
      trial.requireSenders();
      if (!deletedUnderLoad && kills.size() >= options.kills() / 2) {
        killer.deleteBrokerUnderLoad();
        brokerDeletions++;
        deletedUnderLoad = true;
      }
      boolean deleteBroker = random.nextBoolean();
      long delay = 500 + random.nextInt(1500);
      killer.kill(nextMoment(), delay, deleteBroker).ifPresent(kills::add);
      brokerDeletions += deleteBroker ? 1 : 0;
    }
    if (missing()) {
      throw new IOException("only " + kills.size() + " kills counted, " + momentsLeft() + " never");
    }
  }

  private boolean missing() {
    return kills.size() < options.kills() || !momentsLeft().isEmpty();
  }

  /** Moments that no kill has fallen into; all when there are enough kills to ask for it. */
  private List<Moment> momentsLeft() {
    List<Moment> left = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      boolean aimed = options.kills() >= Moment.values().length - 1 && moment != Moment.ANY;
      if (aimed && kills.stream().noneMatch(kill -> kill.moment() == moment)) {
        left.add(moment);
      }
    }
    return left;
  }

  private Moment nextMoment() {
    List<Moment> left = momentsLeft();
    List<Moment> from = left.isEmpty() ? List.of(Moment.values()) : left;
    return from.get(random.nextInt(from.size()));
  }
}
