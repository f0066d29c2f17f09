package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where one format goes both ways, what a partner gets could have been sent by it: a record comes
 * back from the partner's document as it went in, but for what {@code lost.csv} names.
 */
class RoundTripTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Says by whom a record came in, so it is another one. */
  private static final String SOURCE = "cdSource";

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsReadAsTheSameRecord() {
    List<DynamicTest> trips = PartnerFolder.all().stream().flatMap(RoundTripTest::of).toList();
    assertThat(trips).isNotEmpty();
    return trips.stream();
  }

  private static Stream<DynamicTest> of(PartnerFolder partner) {
    return partner.settings().receives().stream()
        .flatMap(
            receives ->
                partner.settings().sends().stream()
                    .filter(sends -> sends.exchange().equals(receives.exchange()))
                    .flatMap(
                        sends ->
                            partner.samples(receives).stream()
                                .filter(Sample::isTranslated)
                                .map(sample -> trip(partner, receives, sends, sample))));
  }

  private static DynamicTest trip(
      PartnerFolder partner,
      PartnerSettings.Receives receives,
      PartnerSettings.Sends sends,
      Sample sample) {
    return DynamicTest.dynamicTest(
        sample.toString(),
        () -> {
          StandardRecord record = sample.record();
          byte[] document = partner.permitted(receives).fromStandard(record, sample.outbound());
          List<Part> parts = partner.toStandard(sends).toStandard(document, sample.inbound());

          assertThat(parts).hasSize(1).first().isInstanceOf(Part.Translated.class);
          PermittedFields permitted = PermittedFields.of(receives.records(), receives.fields());
          assertThat(tree(((Part.Translated) parts.get(0)).record()))
              .isEqualTo(tree(permitted.in(record)));
        });
  }

  private static JsonNode tree(StandardRecord record) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(StandardJson.write(record));
      tree.remove(SOURCE);
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
