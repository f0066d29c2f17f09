package io.enforcement.gateway.benchmarks.jmh;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
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

/** One record through one translator: Java and data-only, to the standard and from it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TranslationBenchmark {

  private final ToStandard housing =
      new io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard();
  private final ToStandard cityManagement = Samples.cityManagement();
  private final FromStandard credit =
      new io.enforcement.gateway.mappings.credit.PenaltyDecisionFromStandard();
  private final FromStandard publicity =
      new io.enforcement.gateway.mappings.publicity.PenaltyDecisionFromStandard();
  private final PenaltyDecision decision = Samples.decision();

  @Benchmark
  public List<Part> housingJsonToStandard() {
    return housing.toStandard(Samples.HOUSING, Samples.CONTEXT);
  }

  @Benchmark
  public List<Part> cityManagementCsvRowByJsltToStandard() {
    return cityManagement.toStandard(Samples.CITY_MANAGEMENT, Samples.CONTEXT);
  }

  @Benchmark
  public byte[] standardToCreditRow() {
    return credit.fromStandard(decision, Samples.CONTEXT);
  }

  @Benchmark
  public byte[] standardToPublicityJson() {
    return publicity.fromStandard(decision, Samples.CONTEXT);
  }
}
