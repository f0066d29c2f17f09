package io.enforcement.gateway.benchmarks.crash;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Evenly spaced turns for several threads; turns that nobody took are not made up for. */
final class Pace {

  private final long gapNanos;
  private long next = System.nanoTime();

  Pace(int perSecond) {
    gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** Waits for the next turn. */
  void take() {
    long turn = turn();
    for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private synchronized long turn() {
    next = Math.max(next + gapNanos, System.nanoTime());
    return next;
  }

  /** Waits a while before the same is tried again. */
  static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
  }
}
