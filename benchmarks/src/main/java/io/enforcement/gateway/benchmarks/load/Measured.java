package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.machine.JvmProbe;
import io.enforcement.gateway.benchmarks.machine.ProcessorTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A target under measurement and what was found so far. Used by one thread. */
final class Measured implements AutoCloseable {

  /** Of one processor; they never stop wholly. */
  private static final double COMPILERS_AT_REST = 0.1;

  private final Target target;
  private final JvmProbe probe;
  private final List<Double> perSecond = new ArrayList<>();
  private final List<Double> cpuPerMessage = new ArrayList<>();
  private final Map<String, Double> stages = new LinkedHashMap<>();
  private final Map<String, Pass.Outcome> paced = new LinkedHashMap<>();
  private long messages;
  private double cpuMillis;
  private long peakHeap;

  Measured(Target target) throws IOException {
    this.target = target;
    this.probe = JvmProbe.attach(target.pid());
  }

  /** One stretch of load. */
  interface Stretch {
    Pass.Outcome run() throws IOException, InterruptedException;
  }

  /** Runs stretches until the compilers have come to rest: a cold target is not a slow one. */
  void warmUp(Stretch stretch, Duration atMost) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    double busy;
    do {
      long start = System.nanoTime();
      long compiling = probe.compiling().toNanos();
      stretch.run();
      busy = (double) (probe.compiling().toNanos() - compiling) / (System.nanoTime() - start);
    } while (busy > COMPILERS_AT_REST && System.nanoTime() - begun < atMost.toNanos());
  }

  /** Runs a pass at full load and keeps all about it. */
  Pass.Outcome full(Stretch stretch) throws IOException, InterruptedException {
    probe.peakHeapSinceLastCall();
    Map<String, Double> threads = probe.cpuMillisByThread();
    double process = ProcessorTime.of(target.pid());
    double database = ProcessorTime.ofPostgres(target.directory());
    Pass.Outcome outcome = stretch.run();
    process = ProcessorTime.of(target.pid()) - process;
    database = ProcessorTime.ofPostgres(target.directory()) - database;
    Stages.between(threads, probe.cpuMillisByThread(), process, database)
        .forEach((stage, millis) -> stages.merge(stage, millis, Double::sum));
    peakHeap = Math.max(peakHeap, probe.peakHeapSinceLastCall());
    messages += outcome.sent();
    cpuMillis += process + database;
    perSecond.add(outcome.perSecond());
    cpuPerMessage.add((process + database) / Math.max(1, outcome.sent()));
    return outcome;
  }

  /** Runs a pass at a fixed rate. */
  void paced(String name, Stretch stretch) throws IOException, InterruptedException {
    paced.put(name, stretch.run());
  }

  Target target() {
    return target;
  }

  /** Messages a second of each pass at full load. */
  List<Double> perSecond() {
    return List.copyOf(perSecond);
  }

  /** Milliseconds of CPU per message of each pass at full load. */
  List<Double> cpuMillisPerMessageOfPasses() {
    return List.copyOf(cpuPerMessage);
  }

  double median() {
    return Medians.of(perSecond);
  }

  Map<String, Pass.Outcome> latencies() {
    return paced;
  }

  /** Milliseconds of CPU per message in the process and its database. */
  double cpuMillisPerMessage() {
    return cpuMillis / Math.max(1, messages);
  }

  /** Each stage's share of the CPU, of 1. */
  Map<String, Double> shares() {
    double all = stages.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    stages.forEach((stage, millis) -> shares.put(stage, all == 0 ? 0 : millis / all));
    return shares;
  }

  long peakHeapBytes() {
    return peakHeap;
  }

  @Override
  public void close() throws IOException {
    probe.close();
    target.close();
  }
}
