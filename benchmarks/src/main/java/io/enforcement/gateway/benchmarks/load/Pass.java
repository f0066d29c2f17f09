package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One stretch of load on one target, from the first byte sent to the last delivery: a backlog that
 * is left behind counts against it.
 */
final class Pass {

  /** Accepted and not yet delivered: no more than this, or throughput would be borrowed. */
  private static final int BACKLOG = 2000;

  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
  private static final long BUSY_NANOS = Duration.ofMillis(20).toNanos();

  private final Target target;
  private final Arrivals arrivals;
  private final AtomicInteger numbers;
  private final int clients;
  private final long[] due;
  private final int first;

  /**
   * @param numbers the run's counter of message numbers
   */
  Pass(Target target, Arrivals arrivals, AtomicInteger numbers, int clients) {
    this.target = target;
    this.arrivals = arrivals;
    this.numbers = numbers;
    this.clients = clients;
    this.first = numbers.get();
    this.due = new long[1 << 20];
  }

  /**
   * Each client sends its next message as soon as the last was accepted.
   *
   * @throws IOException when the target refuses or does not come to rest within a minute
   */
  Outcome closedLoop(Duration length) throws IOException, InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    return run(
        number -> {
          long now = System.nanoTime();
          return now < end ? now : -1;
        });
  }

  /**
   * Messages are due at a fixed rate, whatever the target does; latency counts from when a message
   * was due, so that a stall is not hidden by the sender waiting too.
   */
  Outcome paced(double perSecond, Duration length) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long gap = (long) (1e9 / perSecond);
    long count = length.toNanos() / gap;
    return run(number -> number - first < count ? start + (number - first) * gap : -1);
  }

  /** When the message with this number is due, or -1 when the pass is over. */
  private interface Schedule {
    long due(int number);
  }

  private Outcome run(Schedule schedule) throws IOException, InterruptedException {
    Semaphore window = new Semaphore(BACKLOG);
    arrivals.begin(target.receivers(), window);
    long start = System.nanoTime();
    int sent = sendAll(schedule, window);
    awaitRest(sent);
    long[] latencies = new long[sent];
    long last = start;
    for (int i = 0; i < sent; i++) {
      long at = arrivals.at(first + i);
      latencies[i] = at - due[i];
      last = Math.max(last, at);
    }
    return Outcome.of(sent, last - start, latencies);
  }

  private int sendAll(Schedule schedule, Semaphore window)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(pool.submit(() -> client(schedule, window)));
      }
      int sent = 0;
      for (Future<Integer> each : all) {
        sent += each.get();
      }
      return sent;
    } catch (ExecutionException e) {
      throw new IOException(target.title() + ": " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private int client(Schedule schedule, Semaphore window) throws IOException, InterruptedException {
    int sent = 0;
    try (HttpConnection connection = new HttpConnection(target.port())) {
      for (int number = next(schedule, window); number >= 0; number = next(schedule, window)) {
        parkUntil(due[number - first]);
        send(connection, number);
        sent++;
      }
    }
    return sent;
  }

  /** Takes a number only together with its due time: every number taken is sent. */
  private int next(Schedule schedule, Semaphore window) throws InterruptedException {
    window.acquire();
    synchronized (this) {
      long at = schedule.due(numbers.get());
      if (at < 0) {
        window.release();
        return -1;
      }
      int number = numbers.getAndIncrement();
      due[number - first] = at;
      return number;
    }
  }

  private static void parkUntil(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void send(HttpConnection connection, int number) throws IOException {
    byte[] body = HousingDecision.of(number);
    while (true) {
      int status =
          connection
              .exchange("POST", target.path(), target.headers(number, body), body, () -> {})
              .status();
      if (status == 202) {
        return;
      }
      if (status != 429 && status != 503) {
        throw new IOException("the intake answered " + status);
      }
      LockSupport.parkNanos(BUSY_NANOS);
    }
  }

  private void awaitRest(int sent) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (arrivals.complete() < sent) {
      if (System.nanoTime() > end) {
        long missing = sent - arrivals.complete();
        throw new IOException(target.title() + ": " + missing + " messages did not arrive");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /**
   * What a pass came to.
   *
   * @param sent messages, all of which arrived
   * @param perSecond from the first byte sent to the last delivery
   * @param p50Millis from due to last delivery
   */
  record Outcome(int sent, double perSecond, double p50Millis, double p99Millis) {

    static Outcome of(int sent, long nanos, long[] latencies) {
      long[] sorted = latencies.clone();
      java.util.Arrays.sort(sorted);
      return new Outcome(
          sent, sent / (nanos / 1e9), percentile(sorted, 0.50), percentile(sorted, 0.99));
    }

    private static double percentile(long[] sorted, double share) {
      if (sorted.length == 0) {
        return Double.NaN;
      }
      int index = (int) Math.ceil(share * sorted.length) - 1;
      return sorted[Math.max(0, index)] / 1e6;
    }
  }
}
