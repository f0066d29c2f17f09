package io.enforcement.gateway.benchmarks.faults;

import java.time.Duration;
import java.util.List;

/** One row of the fault matrix, played on a stage under load. */
interface Scenario {

  /** Its number in the matrix, for example {@code F10}. */
  String row();

  /** What is broken. */
  String title();

  /** Settings and volumes of its own, before the gateway's first start. */
  default void prepare(Stage stage) throws Exception {
    // Most need none.
  }

  /** Whether it is played when all is judged and nobody sends any more. */
  default boolean atRest() {
    return false;
  }

  /**
   * Breaks it, and mends it again.
   *
   * @return what was done
   * @throws Broken when the gateway did what it must not do meanwhile
   */
  Fired play(Stage stage) throws Exception;

  /**
   * What a scenario did.
   *
   * @param times the fault met something; 0 proves nothing and fails the row
   * @param recoveries from the end of each fault until messages were acknowledged again, or from
   *     start to ready
   * @param note what else there is to say
   */
  record Fired(int times, List<Duration> recoveries, String note) {

    static Fired of(int times, Duration recovery) {
      return new Fired(times, List.of(recovery), "");
    }
  }

  /** A promise was broken that shows at once. */
  final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }
}
