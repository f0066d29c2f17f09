package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.format.StandardXml.Read;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document of many records says of each what the record alone would have said. */
class ManyRecordsTest {

  private static final String DECISION = sample("PenaltyDecision/company-and-citizen.xml");
  private static final String INSPECTION = sample("Inspection/ordered-to-correct.xml");

  @Test
  void eachIsReadAsIfItHadComeAlone() {
    String broken = DECISION.replace("<revision>", "<unheardOf/><revision>");
    List<String> alone = List.of(DECISION, broken, INSPECTION, DECISION);

    List<Read> together = StandardXml.readMany(many(String.join("\n", alone)));
    assertThat(together).hasSameSizeAs(alone);
    for (int i = 0; i < alone.size(); i++) {
      Read one = StandardXml.readChecked(bytes(alone.get(i)));
      assertThat(together.get(i).findings()).as("record %s", i).isEqualTo(one.findings());
      assertThat(StandardXml.write(together.get(i).record()))
          .isEqualTo(StandardXml.write(one.record()));
    }
    assertThat(together.get(1).findings()).anyMatch(Finding::refuses);
    assertThat(together.get(2).findings()).isEmpty();
  }

  @Test
  void nothingNeedStandBetweenThem() {
    assertThat(StandardXml.readMany(many(DECISION + INSPECTION + DECISION))).hasSize(3);
  }

  @Test
  void aThousandAreRead() {
    assertThat(StandardXml.readMany(many(String.join("", Collections.nCopies(1_000, INSPECTION)))))
        .hasSize(1_000)
        .allMatch(read -> read.findings().isEmpty());
  }

  @Test
  void noneIsNone() {
    assertThat(StandardXml.readMany(many(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Records/>",
        "<Other xmlns='urn:enforcement:standard:v1'/>",
        "<Records xmlns='urn:enforcement:standard:v1'>",
        "<Records xmlns='urn:enforcement:standard:v1'>text</Records>"
      })
  void whatIsNoSoundDocumentOfManyIsRefused(String xml) {
    assertThatThrownBy(() -> StandardXml.readMany(bytes(xml))).isInstanceOf(Rejected.class);
  }

  @Test
  void oneRecordIsNotMany() {
    assertThat(StandardXml.holdsMany(bytes(DECISION))).isFalse();
    assertThat(StandardXml.holdsMany(many(DECISION))).isTrue();
  }

  private static byte[] many(String records) {
    return bytes("<Records xmlns=\"urn:enforcement:standard:v1\">" + records + "</Records>");
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the declaration, which only a document may have. */
  private static String sample(String name) {
    try (InputStream in =
        ManyRecordsTest.class.getResourceAsStream("/standards/v1/samples/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("<\\?xml.*?\\?>", "")
          .strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
