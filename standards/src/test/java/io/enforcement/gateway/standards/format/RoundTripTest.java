package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  static Stream<StandardRecord> records() {
    return Stream.of(
        Samples.decision(), Samples.revocation(), Samples.receipt(), Samples.rejections());
  }

  @ParameterizedTest
  @MethodSource("records")
  void xmlJsonXmlLosesNothing(StandardRecord record) {
    byte[] xml = StandardXml.write(record);
    byte[] json = StandardJson.write(StandardXml.read(xml));
    StandardRecord back = StandardJson.read(json, record.getClass());

    assertThat(back)
        .usingRecursiveComparison(
            RecursiveComparisonConfiguration.builder().withStrictTypeChecking(true).build())
        .isEqualTo(record);
    assertThat(StandardXml.write(back)).isEqualTo(xml);
    assertThat(StandardJson.write(back)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("records")
  void theCheckedPassFindsNothingAndReadsBackTheSame(StandardRecord record) {
    StandardXml.Checked checked = StandardXml.writeChecked(record);

    assertThat(checked.findings()).isEmpty();
    assertThat(StandardXml.read(checked.xml())).usingRecursiveComparison().isEqualTo(record);
  }

  @Test
  void moneyKeepsItsDecimalsInBothForms() {
    PenaltyDecision decision = Samples.decision();

    String json = new String(StandardJson.write(decision), StandardCharsets.UTF_8);
    String xml = new String(StandardXml.write(decision), StandardCharsets.UTF_8);

    assertThat(json).contains("\"amount\":\"26500.00\"", "\"amount\":\"1280.10\"");
    assertThat(xml).contains("<amount>26500.00</amount>", "<amount>1280.10</amount>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"26500.00", "\"26500.00\""})
  void moneyIsReadExactlyFromNumberAndText(String amount) {
    String json = "{\"penalties\":[{\"type\":\"03\",\"amount\":" + amount + "}]}";

    PenaltyDecision decision =
        StandardJson.read(json.getBytes(StandardCharsets.UTF_8), PenaltyDecision.class);

    assertThat(decision.getPenalties().get(0).getAmount()).isEqualTo(new BigDecimal("26500.00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-21T09:30:00+08:00",
        "2026-05-21T09:30:00Z",
        "2026-05-21T09:30:00.5-03:30",
        "2026-05-21T09:30:00.123456789+08:00"
      })
  void aTimeKeepsItsOffset(String time) {
    Revocation revocation = Samples.revocation();
    revocation.setCdTime(OffsetDateTime.parse(time));

    byte[] json = StandardJson.write(StandardXml.read(StandardXml.write(revocation)));

    assertThat(StandardJson.read(json, Revocation.class).getCdTime())
        .isEqualTo(OffsetDateTime.parse(time))
        .hasToString(OffsetDateTime.parse(time).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nb",
        "\r",
        "\n\n",
        " leading and trailing ",
        "\t",
        "𠮷野家",
        "\uD87E\uDC1D\uDBFF\uDFFD",
        "]]>",
        "&amp;lt;",
        "\u0085\u2028\uFEFF\uFFFD",
        "\u3000全角"
      })
  void textSurvivesEveryForm(String text) {
    Revocation revocation = Samples.revocation();
    revocation.setReason(text);

    byte[] direct = StandardXml.write(revocation);
    byte[] checked = StandardXml.writeChecked(revocation).xml();

    assertThat(((Revocation) StandardXml.read(direct)).getReason()).isEqualTo(text);
    assertThat(((Revocation) StandardXml.read(checked)).getReason()).isEqualTo(text);
    assertThat(StandardJson.read(StandardJson.write(revocation), Revocation.class).getReason())
        .isEqualTo(text);
  }

  @Test
  void jsonLeavesOutWhatIsAbsentAndNamesListsInThePlural() {
    String json = new String(StandardJson.write(Samples.decision()), StandardCharsets.UTF_8);

    assertThat(json).contains("\"parties\":[", "\"violatedBases\":[", "\"hearing\":true");
    assertThat(json).doesNotContain("null", "\"taxNumber\"");
  }
}
