package io.enforcement.gateway.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCostReportTest {

  private final AuditCostReport report =
      new AuditCostReport(
          new LoadOptions(3, Duration.ofSeconds(20), 12, 1, null, Path.of("gateway.jar")),
          List.of(1.10, 2.16, 1.05),
          List.of(1.00, 2.00, 1.00));

  @Test
  void comparesWithinEachPassAndSaysBetweenWhatItLies() {
    assertThat(report.figures())
        .containsEntry("costPercent", 8.0)
        .containsEntry("costPercentLowest", 5.0)
        .containsEntry("costPercentHighest", 10.0)
        .containsEntry("confidence", 0.75);
  }

  @Test
  void theTableSaysTheSame() {
    assertThat(report.table())
        .contains("costs 8.0 % of CPU per message; between 5.0 % and 10.0 % (75.0 % sure)");
  }
}
