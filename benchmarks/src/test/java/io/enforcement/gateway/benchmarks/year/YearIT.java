package io.enforcement.gateway.benchmarks.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A thin year: that both computations agree, not how fast it is. */
class YearIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));

  @Test
  void everyDeadlineIsWhatItMustBe() throws Exception {
    YearReport report = new YearRun(new YearOptions(500, 7, 4, JAR), System.err::println).run();

    assertThat(report.differences()).isEmpty();
    assertThat(report.deadlines()).isGreaterThan(800);
  }
}
