package io.enforcement.gateway.standards;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The published samples, {@code standards/v1/samples/<record>/<case>.<xml|json>}: found, never
 * listed. A partner copies them, so each must be good without a single remark.
 */
class SampleFilesTest {

  @TestFactory
  Stream<DynamicTest> everySampleIsSound() throws Exception {
    return SampleFiles.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    SampleFiles.record(sample) + "/" + sample.getFileName(),
                    () ->
                        assertThat(check(sample))
                            .allSatisfy(checked -> assertThat(checked.findings()).isEmpty())
                            .extracting(Checked::record)
                            .containsExactly(SampleFiles.record(sample))));
  }

  @Test
  void everyRecordHasTwo() throws Exception {
    for (String record : RecordTypes.names()) {
      assertThat(SampleFiles.all())
          .as(record)
          .filteredOn(sample -> SampleFiles.record(sample).equals(record))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static List<Checked> check(Path sample) throws IOException {
    List<Checked> all = new ArrayList<>();
    String record = SampleFiles.record(sample);
    new FileCheck(RecordTypes.of(record), Samples.TODAY, StandardValidator.shipped())
        .check(sample, all::add, bytes -> {});
    return all;
  }
}
