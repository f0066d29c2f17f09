package io.enforcement.gateway.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short run beside the naive flows: that it works, not how fast it is. */
class LoadIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));

  @Test
  void measuresTheGatewayBesideTheNaiveFlows() throws Exception {
    LoadReport report =
        new LoadRun(new LoadOptions(1, Duration.ofSeconds(3), 8, 1, null, JAR)).run();

    assertThat((Double) report.figures().get("ratio")).isPositive();
  }
}
