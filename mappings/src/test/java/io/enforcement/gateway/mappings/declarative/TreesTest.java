package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign JSON becomes the tree that it says, in one pass and as strictly as in two. */
class TreesTest {

  @Test
  void everyKindOfValueIsTheSameInBothWaysOfReading() {
    byte[] json =
        bytes(
            """
            {"text": "甲\\u00e9\\n", "none": null, "yes": true, "no": false, "empty": {}, "list": [1, [], "x"],
             "int": -7, "zero": -0, "long": 12345678901, "large": 123456789012345678901234567890,
             "exact": 1.50, "small": 1e-7, "power": 2E3}
            """);

    assertThat(Trees.strict(json)).isEqualTo(Trees.read(json));
    assertThat(Trees.write(Trees.strict(json))).isEqualTo(Trees.write(Trees.read(json)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`` ~ json.truncated",
        "{\"a\": 1 ~ json.truncated",
        "{\"a\" 1} ~ json.syntax",
        "{\"a\": 1, \"a\": 2} ~ json.duplicate-key",
        "{\"a\": 1} {} ~ json.trailing",
        "{\"a\": 1} x ~ json.trailing",
        "{\"a\": \"\\ud800\"} ~ json.surrogate",
        "{\"a\": \"\\u0000\"} ~ json.nul",
        "{\"a\": NaN} ~ json.nan"
      })
  void whatIsNotSoundIsRefusedByItsRule(String json, String rule) {
    assertThatThrownBy(() -> Trees.strict(bytes(json)))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.findings().get(0).rule()).isEqualTo(rule));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
