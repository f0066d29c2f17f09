package io.enforcement.gateway.routes.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting with an end: for conditions, until a deadline, or until somebody stops it. */
final class Patience {

  private static final Duration LOOK = Duration.ofMillis(250);

  private final long deadline;
  private final CountDownLatch stopped;

  Patience(Duration limit, CountDownLatch stopped) {
    this.deadline = System.nanoTime() + limit.toNanos();
    this.stopped = stopped;
  }

  /** What was waited for did not come; the message names it. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted(String message) {
      super(message);
    }
  }

  /**
   * @param what named when it does not come in time
   */
  void until(Supplier<String> what, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new Exhausted(what.get());
      }
      pause(LOOK);
    }
  }

  Duration left() {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }

  void pause(Duration time) {
    try {
      if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Exhausted("stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Exhausted("interrupted");
    }
  }
}
