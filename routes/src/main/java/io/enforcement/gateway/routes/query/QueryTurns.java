package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Few threads and a short waiting room for queries (Bulkhead): of the server's threads no more are
 * ever held up by queries than have a turn or wait for one. Thread-safe.
 */
final class QueryTurns implements AutoCloseable {

  private static final Duration COME_AGAIN = Duration.ofSeconds(2);

  private final ThreadPoolExecutor threads;
  private final Duration timeout;

  /**
   * @param name of the threads
   * @param atOnce how many are answered at the same time
   * @param waiting how many may wait
   * @param timeout for one query, waiting included
   */
  QueryTurns(String name, int atOnce, int waiting, Duration timeout) {
    AtomicInteger number = new AtomicInteger();
    this.timeout = timeout;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(Math.max(1, waiting)),
            work -> new Thread(work, name + "-" + number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
  }

  /** The time that one query may take. */
  Duration timeout() {
    return timeout;
  }

  /**
   * Does the work on a thread of queries.
   *
   * @throws ProblemException {@code UNAVAILABLE} when there is no room, or not in time
   */
  <T> T take(Callable<T> work) {
    return take(work, () -> ProblemException.unavailable(COME_AGAIN));
  }

  /**
   * Does the work on a thread of queries.
   *
   * @param late what to throw when it is not done in time
   * @throws ProblemException {@code UNAVAILABLE} when there is no room
   */
  <T> T take(Callable<T> work, Supplier<ProblemException> late) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      threads.execute(task);
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late.get();
    } catch (RejectedExecutionException e) {
      throw ProblemException.unavailable(COME_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable(COME_AGAIN);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
      threads.remove(task);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
