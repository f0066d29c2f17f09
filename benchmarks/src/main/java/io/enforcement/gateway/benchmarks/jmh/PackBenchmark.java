package io.enforcement.gateway.benchmarks.jmh;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.MappingCheck;
import io.enforcement.gateway.mappings.declarative.language.MappingProblem;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a partner that is data only costs: bytes to record and record to bytes, with code lists,
 * functions and meters, beside a translator written in Java. The bound of a pack is 50 µs. A
 * mapping is many small pieces: it is twenty seconds and more until all of them are compiled.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PackBenchmark {

  private final ToStandard toStandard = Samples.township();
  private final FromStandard fromStandard = Samples.licensing();
  private final ToStandard byHand =
      new io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard();
  private final PenaltyDecision decision = Samples.decision();

  @Benchmark
  public List<Part> packToStandard() {
    return toStandard.toStandard(Samples.TOWNSHIP, Samples.CONTEXT);
  }

  @Benchmark
  public byte[] packFromStandard() {
    return fromStandard.fromStandard(decision, Samples.CONTEXT);
  }

  @Benchmark
  public List<Part> javaToStandard() {
    return byHand.toStandard(Samples.HOUSING, Samples.CONTEXT);
  }

  /** Once for each mapping, at start and when a pack is installed. */
  @Benchmark
  public List<MappingProblem> checkPack() {
    return MappingCheck.of(
        "penalty-decision.jslt",
        Samples.file("township", "penalty-decision.jslt"),
        name -> Samples.file("township", name));
  }
}
