package io.enforcement.gateway.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A load of messages that the gateway refuses would measure refusals. */
class SamplesTest {

  @Test
  void theHousingDecisionBreaksNoRule() {
    assertThat(StandardXml.writeChecked(Samples.decision()).findings()).isEmpty();
    assertThat(StandardValidator.shipped().validate(Samples.decision(), LocalDate.of(2026, 11, 22)))
        .noneMatch(Finding::refuses);
  }

  @Test
  void theCityManagementRowBreaksNoRule() {
    Part part =
        Samples.cityManagement().toStandard(Samples.CITY_MANAGEMENT, Samples.CONTEXT).get(0);

    assertThat(part)
        .isInstanceOfSatisfying(
            Part.Translated.class,
            translated -> {
              assertThat(StandardXml.writeChecked(translated.record()).findings()).isEmpty();
              assertThat(
                      StandardValidator.shipped()
                          .validate(translated.record(), LocalDate.of(2026, 11, 22)))
                  .noneMatch(Finding::refuses);
            });
  }
}
