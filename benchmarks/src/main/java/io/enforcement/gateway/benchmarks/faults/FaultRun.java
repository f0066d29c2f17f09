package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Judgement;
import io.enforcement.gateway.benchmarks.faults.Outcome.Status;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays the rows of the matrix, and has the checker judge what they left: each row by itself, or in
 * the short form all of them together, on one gateway.
 */
public final class FaultRun {

  private final FaultOptions options;
  private final Consumer<String> log;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();
  private final long begun = System.nanoTime();

  /**
   * @param log takes one line per event, for people who watch
   */
  public FaultRun(FaultOptions options, Consumer<String> log) {
    this.options = options;
    this.log = line -> log.accept("%4d s  %s".formatted(elapsed().toSeconds(), line));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Runs it; takes minutes. */
  public FaultReport run() throws Exception {
    log.accept("seed " + options.trial().seed());
    List<Scenario> all = wanted(Matrix.all(options.kills(), options.soak()));
    if (options.shortened()) {
      play(options.only().isEmpty() ? Matrix.shortForm(options.kills()) : all);
    } else {
      for (Scenario scenario : all) {
        play(List.of(scenario));
      }
    }
    Matrix.notRun()
        .forEach(
            (row, reason) -> {
              if (options.wants(row)) {
                outcomes.add(Outcome.notRun(row, reason));
              }
            });
    return new FaultReport(options, List.copyOf(outcomes), List.copyOf(judgements), elapsed());
  }

  private List<Scenario> wanted(List<Scenario> all) {
    return all.stream().filter(scenario -> options.wants(scenario.row())).toList();
  }

  /** On one stage; a row that fails ends the stage, and the others on it are not played. */
  private void play(List<Scenario> scenarios) throws Exception {
    int first = outcomes.size();
    try (Stage stage = new Stage(options.trial(), options.shortened(), log)) {
      for (Scenario scenario : scenarios) {
        scenario.prepare(stage);
      }
      stage.open();
      for (Scenario scenario : scenarios) {
        if (!scenario.atRest()) {
          play(scenario, stage);
        }
      }
      Judgement judgement = stage.trial().judge();
      judgements.add(judgement);
      if (!judgement.holds()) {
        outcomes.subList(first, outcomes.size()).replaceAll(each -> each.failed("see judgement"));
      }
      for (Scenario scenario : scenarios) {
        if (scenario.atRest()) {
          play(scenario, stage);
        }
      }
    } catch (IOException | SQLException stopped) {
      Scenario last = scenarios.get(Math.min(outcomes.size() - first, scenarios.size() - 1));
      outcomes.add(
          new Outcome(
              last.row(), last.title(), Status.FAILED, 0, List.of(), 0, stopped.getMessage()));
    }
  }

  private void play(Scenario scenario, Stage stage) throws Exception {
    log.accept(scenario.row() + " " + scenario.title());
    long begun = System.nanoTime();
    Outcome outcome;
    try {
      Fired fired = scenario.play(stage);
      stage.trial().requireSenders();
      outcome = outcome(scenario, fired, fired.times() > 0 ? Status.PASSED : Status.FAILED, begun);
    } catch (Broken e) {
      Fired nothing = new Fired(0, List.of(), e.getMessage());
      outcome = outcome(scenario, nothing, Status.FAILED, begun);
    }
    log.accept(outcome.figures().toString());
    outcomes.add(outcome);
  }

  private static Outcome outcome(Scenario scenario, Fired fired, Status status, long begun) {
    return new Outcome(
        scenario.row(),
        scenario.title(),
        status,
        fired.times(),
        fired.recoveries().stream().map(Duration::toMillis).toList(),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
        fired.note());
  }
}
