package io.enforcement.gateway.connectors.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one clock that ends requests which last too long. Thread-safe. */
final class Deadline {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Deadline() {}

  /** Runs the action after so many milliseconds, unless the future is cancelled before. */
  static Future<?> in(long millis, Runnable action) {
    return CLOCK.schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "http-deadline");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
