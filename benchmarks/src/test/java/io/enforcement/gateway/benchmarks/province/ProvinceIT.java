package io.enforcement.gateway.benchmarks.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A small province: that every record is there once, not how fast it came. */
class ProvinceIT {

  private static final Path JAR = Path.of(System.getProperty("gateway.jar"));

  @Test
  void everyRecordIsThereOnce() throws Exception {
    ProvinceOptions options = new ProvinceOptions(3_000, 1_000, JAR);
    ProvinceReport report = new ProvinceRun(options, System.err::println).run();

    assertThat(report.rows()).isEqualTo(3_000);
    assertThat(report.acts()).isEqualTo(report.expectedActs()).isLessThan(3_000);
  }
}
