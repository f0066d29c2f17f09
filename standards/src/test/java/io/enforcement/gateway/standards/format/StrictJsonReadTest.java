package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Binding reads a text once and leaves most of the check to the parser that binds: whatever the
 * check refuses, binding must refuse by the same rule at the same place.
 */
class StrictJsonReadTest {

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("io.enforcement.gateway.standards.format.HostileJsonTest#hostile")
  void refusesWhatTheCheckRefuses(String rule, byte[] json) {
    List<Finding> checked = findings(() -> StrictJson.check(json));

    assertThat(findings(() -> StrictJson.read(json, Object.class))).isEqualTo(checked);
    assertThat(checked).extracting(Finding::rule).containsExactly(rule);
  }

  private static List<Finding> findings(Runnable reading) {
    Rejected rejected = catchThrowableOfType(Rejected.class, reading::run);
    return rejected.findings();
  }
}
