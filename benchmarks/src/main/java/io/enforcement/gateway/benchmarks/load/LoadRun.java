package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.load.LoadOptions.Side;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.naive.NaiveProcess;
import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One run: start all, prove that the naive flows keep what fails, warm up, alternating passes at
 * full load, then the latencies at half of it and at 400 messages a second.
 */
public final class LoadRun {

  /** The fixed rate that every installation is asked about. */
  private static final double PACED = 400;

  static final List<String> JVM = List.of("-Xms256m", "-Xmx512m");

  private static final Duration WARM_UP_STRETCH = Duration.ofSeconds(10);

  /** Together with the passes it must stay below the twelve minutes that a run may last. */
  private static final Duration WARM_UP_AT_MOST = Duration.ofSeconds(200);

  private static final Duration DEAD_LETTER = Duration.ofSeconds(20);

  private final LoadOptions options;
  private final AtomicInteger numbers = new AtomicInteger(1);
  private final List<Measured> all = new ArrayList<>();

  public LoadRun(LoadOptions options) {
    this.options = options;
  }

  /**
   * Runs it; takes minutes.
   *
   * @throws IOException when a target fails under the load; figures would then mean nothing
   */
  public LoadReport run() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Path directory = Directories.temporary("load");
    boolean keep = true;
    try (Arrivals arrivals = new Arrivals()) {
      start(directory, arrivals);
      warmUp(arrivals);
      passes(arrivals);
      latencies(arrivals);
      keep = false;
      return new LoadReport(options, List.copyOf(all), Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      for (Measured each : all) {
        each.close();
      }
      if (!keep) {
        Directories.delete(directory);
      }
    }
  }

  private void start(Path directory, Arrivals arrivals) throws IOException {
    if (options.measures(Side.NAIVE)) {
      for (NaiveProcess.Kind kind : NaiveProcess.Kind.values()) {
        NaiveTarget flow = new NaiveTarget(kind, directory, JVM, arrivals.address(0));
        all.add(new Measured(flow));
        verify(flow, arrivals);
      }
    }
    if (options.measures(Side.GATEWAY)) {
      List<String> receivers = List.of(arrivals.address(0), arrivals.address(1));
      all.add(
          new Measured(
              new GatewayTarget(
                  LoadReport.GATEWAY, options.gatewayJar(), directory, JVM, receivers)));
    }
  }

  /** A flow that loses what its partner refuses would be fast for the wrong reason. */
  private void verify(NaiveTarget flow, Arrivals arrivals) throws IOException {
    int poisoned = numbers.getAndIncrement();
    arrivals.poison(poisoned);
    long before = arrivals.refusals();
    try (HttpConnection sender = new HttpConnection(flow.port())) {
      byte[] body = HousingDecision.of(poisoned);
      sender.exchange("POST", flow.path(), flow.headers(poisoned, body), body, () -> {});
    }
    long end = System.nanoTime() + DEAD_LETTER.toNanos();
    while (!flow.dead().equals(Integer.toString(poisoned))) {
      if (System.nanoTime() > end) {
        throw new IOException(flow.title() + ": the refused message is not a dead letter");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    if (arrivals.refusals() - before < 2) {
      throw new IOException(flow.title() + ": the refused message was not rolled back");
    }
  }

  private void warmUp(Arrivals arrivals) throws IOException, InterruptedException {
    for (Measured each : all) {
      each.warmUp(() -> pass(each, arrivals).closedLoop(WARM_UP_STRETCH), WARM_UP_AT_MOST);
    }
  }

  private void passes(Arrivals arrivals) throws IOException, InterruptedException {
    Random random = new Random(options.seed());
    for (int i = 0; i < options.passes(); i++) {
      List<Measured> order = new ArrayList<>(all);
      Collections.shuffle(order, random);
      for (Measured each : order) {
        each.full(() -> pass(each, arrivals).closedLoop(options.length()));
      }
    }
  }

  private void latencies(Arrivals arrivals) throws IOException, InterruptedException {
    for (Measured each : all) {
      double half = each.median() / 2;
      each.paced("half", () -> pass(each, arrivals).paced(half, options.length()));
      each.paced("paced400", () -> pass(each, arrivals).paced(PACED, options.length()));
    }
  }

  private Pass pass(Measured measured, Arrivals arrivals) {
    return new Pass(measured.target(), arrivals, numbers, options.clients());
  }
}
