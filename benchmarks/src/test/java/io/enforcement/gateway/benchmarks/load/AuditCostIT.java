package io.enforcement.gateway.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short run: that both sides work, not what it costs. */
class AuditCostIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));

  @Test
  void measuresBothSides() throws Exception {
    AuditCostReport report =
        new AuditCostRun(new LoadOptions(1, Duration.ofSeconds(3), 8, 1, null, JAR)).run();

    assertThat((Double) report.figures().get("medianWithout")).isPositive();
  }
}
