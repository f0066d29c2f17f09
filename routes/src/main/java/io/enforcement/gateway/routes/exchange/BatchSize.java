package io.enforcement.gateway.routes.exchange;

import java.util.concurrent.TimeUnit;

/**
 * How many deliveries one claim takes: as many as fit into a short time at the receiver's present
 * speed, so that a slow one holds few claims and a quick one shares commits. Thread-safe.
 */
final class BatchSize {

  private static final int MOST = 64;
  private static final long TARGET = TimeUnit.MILLISECONDS.toNanos(500);

  /** Weight of the newest attempt in the moving average. */
  private static final double NEWEST = 0.2;

  private volatile double average = TimeUnit.MILLISECONDS.toNanos(1);

  int next() {
    return (int) Math.max(1, Math.min(MOST, TARGET / average));
  }

  void attempted(long nanos) {
    average = average * (1 - NEWEST) + nanos * NEWEST;
  }
}
