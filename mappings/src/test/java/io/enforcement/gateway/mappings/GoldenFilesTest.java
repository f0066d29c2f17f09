package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample of every partner: a new case is two files and no Java. A good sample must also be
 * good for the standard: a translator that writes what the standard refuses has translated nothing.
 */
class GoldenFilesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TestFactory
  Stream<DynamicTest> readsEverySampleAsTheGoldenFileSays() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().sends().stream()
                    .flatMap(
                        exchange ->
                            cases(
                                partner.samples(exchange),
                                sample -> reads(partner.toStandard(exchange), sample))));
  }

  @TestFactory
  Stream<DynamicTest> writesEverySampleAsTheGoldenFileSays() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().receives().stream()
                    .flatMap(
                        exchange ->
                            cases(
                                partner.samples(exchange),
                                sample -> writes(partner.permitted(exchange), sample))));
  }

  @TestFactory
  Stream<DynamicTest> asksAsTheGoldenFileSays() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().answers().stream()
                    .flatMap(
                        exchange ->
                            cases(
                                partner.requests(exchange),
                                sample -> writes(partner.request(exchange), sample))));
  }

  @TestFactory
  Stream<DynamicTest> readsEveryReplyAsTheGoldenFileSays() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().answers().stream()
                    .flatMap(
                        exchange ->
                            cases(
                                partner.replies(exchange),
                                sample -> replies(partner, exchange, sample))));
  }

  /** What is left for the asker when the rest is taken out must still be an answer. */
  private static void replies(
      PartnerFolder partner, PartnerSettings.Answers exchange, Sample sample) {
    ToStandard translator = partner.reply(exchange);
    reads(translator, sample);
    if (sample.isTranslated()) {
      PermittedFields fields = PermittedFields.of(List.of("Answer"), exchange.answerFields());
      for (Part part : translator.toStandard(sample.bytes(), sample.inbound())) {
        if (part instanceof Part.Translated translated) {
          assertThat(GoldenOutcome.faults(fields.in(translated.record()), TODAY)).isEmpty();
        }
      }
    }
  }

  /** An exchange that goes both ways gives back the record as far as the partner may see it. */
  @TestFactory
  Stream<DynamicTest> readsWhatItWroteWhereAnExchangeGoesBothWays() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().sends().stream()
                    .flatMap(
                        sent ->
                            partner.settings().receives().stream()
                                .filter(r -> r.exchange().equals(sent.exchange()))
                                .flatMap(
                                    received ->
                                        cases(
                                            partner.samples(received).stream()
                                                .filter(Sample::isTranslated)
                                                .toList(),
                                            sample ->
                                                comesBack(partner, sent, received, sample)))));
  }

  private static void comesBack(
      PartnerFolder partner,
      PartnerSettings.Sends sent,
      PartnerSettings.Receives received,
      Sample sample) {
    StandardRecord record = StandardXml.read(sample.bytes());
    byte[] written = partner.permitted(received).fromStandard(record, sample.outbound());

    List<Part> parts = partner.toStandard(sent).toStandard(written, sample.inbound());

    StandardRecord permitted = PermittedFields.of(received.records(), received.fields()).in(record);
    assertThat(parts)
        .singleElement()
        .isInstanceOfSatisfying(
            Part.Translated.class,
            part ->
                assertThat(StandardJson.write(part.record()))
                    .isEqualTo(StandardJson.write(permitted)));
  }

  private static Stream<DynamicTest> cases(List<Sample> samples, Consumer<Sample> proof) {
    return samples.stream()
        .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> proof.accept(sample)));
  }

  private static void reads(ToStandard translator, Sample sample) {
    GoldenOutcome outcome =
        GoldenOutcome.ofReading(translator, sample.bytes(), sample.in().getFileName().toString());
    sample.comesTo(outcome);
    assertThat(outcome.ending().equals(GoldenOutcome.REFUSED)).isEqualTo(outcome.parts().isEmpty());
    assertThat(outcome.faults(TODAY)).isEmpty();
  }

  private static void writes(FromStandard translator, Sample sample) {
    StandardRecord record = StandardXml.read(sample.bytes());
    assertThat(StandardXml.writeChecked(record).findings()).as("the input's structure").isEmpty();
    GoldenOutcome outcome = GoldenOutcome.ofWriting(translator, record);
    sample.comesTo(outcome);
    if (Workbooks.is(outcome)) {
      assertThat(Workbooks.rows(translator.fromStandard(record, sample.outbound())))
          .as("as another program reads it")
          .isEqualTo(outcome.text());
    }
  }
}
