package io.enforcement.gateway.standards.format;

import static io.enforcement.gateway.standards.format.Refusal.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.validation.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is sound in itself but not what the record asks for. */
class StrictBindingTest {

  record Filing(String number, BigDecimal amount, int count, LocalDate day, List<Filing> parts) {}

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        Arguments.of("{\"number\":5}", "number"),
        Arguments.of("{\"number\":true}", "number"),
        Arguments.of("{\"number\":{}}", "number"),
        Arguments.of("{\"count\":\"5\"}", "count"),
        Arguments.of("{\"count\":5.5}", "count"),
        Arguments.of("{\"count\":99999999999}", "count"),
        Arguments.of("{\"count\":null}", "count"),
        Arguments.of("{\"amount\":\"12,50\"}", "amount"),
        Arguments.of("{\"amount\":\"\"}", "amount"),
        Arguments.of("{\"amount\":\"1e999999999\"}", "amount"),
        Arguments.of("{\"amount\":\"NaN\"}", "amount"),
        Arguments.of("{\"day\":\"2026-02-30\"}", "day"),
        Arguments.of("{\"day\":\"2026-02-03T10:00:00\"}", "day"),
        Arguments.of("{\"day\":\"\"}", "day"),
        Arguments.of("{\"day\":\"+999999999-12-31\"}", "day"),
        Arguments.of("{\"day\":\"-0001-02-03\"}", "day"),
        Arguments.of("{\"day\":20260203}", "day"),
        Arguments.of("{\"day\":[2026,2,3]}", "day"),
        Arguments.of("{\"parts\":[{\"number\":\"1\"},{\"number\":[]}]}", "parts[1].number"),
        Arguments.of("{\"parts\":[null]}", "parts[0]"),
        Arguments.of("{\"parts\":{}}", "parts"),
        Arguments.of("[]", ""),
        Arguments.of("null", ""));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void refusesAnotherTypeAndSaysWhere(String json, String path) {
    Finding finding = refusal(() -> StrictJson.read(complete(json), Filing.class));

    assertThat(finding.rule()).isEqualTo("json.type");
    assertThat(finding.path()).isEqualTo(path);
  }

  @Test
  void refusesAnUnknownFieldAndSaysWhere() {
    Finding finding =
        refusal(
            () ->
                StrictJson.read(
                    "{\"count\":1,\"parts\":[{\"count\":1,\"numbr\":\"1\"}]}".getBytes(UTF_8),
                    Filing.class));

    assertThat(finding.rule()).isEqualTo("json.unknown-field");
    assertThat(finding.path()).isEqualTo("parts[0].numbr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"parties\":[null]}",
        "{\"hearing\":\"true\"}",
        "{\"hearing\":1}",
        "{\"cdOperation\":\"X\"}",
        "{\"cdOperation\":0}",
        "{\"cdTime\":\"2026-05-21T09:30:00\"}",
        "{\"cdTime\":1779327000}",
        "{\"cdTime\":\"+999999999-12-31T23:00:00-18:00\"}",
        "{\"punishSetDate\":\"2026-13-01\"}"
      })
  void theStandardsOwnJsonIsAsStrict(String json) {
    Finding finding = refusal(() -> StandardJson.read(json.getBytes(UTF_8), PenaltyDecision.class));

    assertThat(finding.rule()).isEqualTo("json.type");
  }

  @Test
  void doesNotEchoAnUnknownNameThatLooksLikeAValue() {
    byte[] json = "{\"count\":1,\"640122199211051822\":1}".getBytes(UTF_8);

    assertThat(refusal(() -> StrictJson.read(json, Filing.class)))
        .extracting(Finding::rule, Finding::path)
        .containsExactly("json.unknown-field", "?");
  }

  /** Adds what the record must have, so that only the field of the case is wrong. */
  private static byte[] complete(String json) {
    boolean object = json.startsWith("{") && !json.contains("count");
    String whole = object ? "{\"count\":1," + json.substring(1) : json;
    return whole
        .replace("{\"number\":", "{\"count\":1,\"number\":")
        .replace("{\"count\":1,\"count\":1,", "{\"count\":1,")
        .getBytes(UTF_8);
  }
}
