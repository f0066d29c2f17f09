package io.enforcement.gateway.benchmarks.jmh;

import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
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

/** One record of the standard: binding in both forms, structure, rules, strictness. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StandardBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final PenaltyDecision decision = Samples.decision();
  private final byte[] xml = StandardXml.write(decision);
  private final byte[] json = StandardJson.write(decision);

  @Benchmark
  public byte[] writeXml() {
    return StandardXml.write(decision);
  }

  @Benchmark
  public StandardXml.Checked writeXmlAndCheckStructure() {
    return StandardXml.writeChecked(decision);
  }

  /** Bare parsing: the floor under everything that is done with a document. */
  @Benchmark
  public void parseXml() {
    SafeXml.check(xml);
  }

  @Benchmark
  public StandardXml.Read readXmlAndCheckStructure() {
    return StandardXml.readChecked(xml);
  }

  /** XSD and rules, as the intake asks for them. */
  @Benchmark
  public StandardXml.Checked validate() {
    return StandardValidator.shipped().check(decision, TODAY);
  }

  @Benchmark
  public StandardRecord readXml() {
    return StandardXml.read(xml);
  }

  @Benchmark
  public byte[] writeJson() {
    return StandardJson.write(decision);
  }

  @Benchmark
  public PenaltyDecision readJson() {
    return StandardJson.read(json, PenaltyDecision.class);
  }

  @Benchmark
  public void checkJsonStrictness() {
    StrictJson.check(Samples.HOUSING);
  }

  @Benchmark
  public List<Finding> applyRules() {
    return StandardValidator.shipped().validate(decision, TODAY);
  }
}
