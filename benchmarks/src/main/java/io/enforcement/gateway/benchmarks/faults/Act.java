package io.enforcement.gateway.benchmarks.faults;

/**
 * A scenario that needs nothing of its own before the start.
 *
 * @param play what it does
 */
record Act(String row, String title, Play play) implements Scenario {

  /** What a scenario does. */
  @FunctionalInterface
  interface Play {
    Fired on(Stage stage) throws Exception;
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    return play.on(stage);
  }
}
