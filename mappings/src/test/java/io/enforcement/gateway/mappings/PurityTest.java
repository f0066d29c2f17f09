package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardXml;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Retry and replay depend on it: the same input gives the same bytes, on any thread. */
class PurityTest {

  private static final int TIMES = 8;

  @TestFactory
  Stream<DynamicTest> readsTheSameInputAlwaysAlike() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().sends().stream()
                    .flatMap(
                        exchange ->
                            partner.samples(exchange).stream()
                                .filter(Sample::isTranslated)
                                .map(s -> reads(partner.toStandard(exchange), s))));
  }

  @TestFactory
  Stream<DynamicTest> writesTheSameRecordAlwaysAlike() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().receives().stream()
                    .flatMap(
                        exchange ->
                            partner.samples(exchange).stream()
                                .filter(Sample::isTranslated)
                                .map(s -> writes(partner.permitted(exchange), s))));
  }

  @TestFactory
  Stream<DynamicTest> asksAndReadsRepliesAlwaysAlike() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().answers().stream()
                    .flatMap(
                        exchange ->
                            Stream.concat(
                                partner.requests(exchange).stream()
                                    .filter(Sample::isTranslated)
                                    .map(s -> writes(partner.request(exchange), s)),
                                partner.replies(exchange).stream()
                                    .filter(Sample::isTranslated)
                                    .map(s -> reads(partner.reply(exchange), s)))));
  }

  private static DynamicTest reads(ToStandard translator, Sample sample) {
    return DynamicTest.dynamicTest(
        sample.toString(),
        () -> {
          byte[] input = sample.bytes();
          List<String> results =
              IntStream.range(0, TIMES)
                  .parallel()
                  .mapToObj(i -> GoldenText.of(translator.toStandard(input, sample.inbound())))
                  .distinct()
                  .toList();
          assertThat(results).hasSize(1);
          assertThat(input).as("the input itself").isEqualTo(sample.bytes());
        });
  }

  private static DynamicTest writes(FromStandard translator, Sample sample) {
    return DynamicTest.dynamicTest(
        sample.toString(),
        () -> {
          var record = StandardXml.read(sample.bytes());
          byte[] before = StandardXml.write(record);
          List<List<Byte>> results =
              IntStream.range(0, TIMES)
                  .parallel()
                  .mapToObj(i -> boxed(translator.fromStandard(record, sample.outbound())))
                  .distinct()
                  .toList();
          assertThat(results).hasSize(1);
          assertThat(StandardXml.write(record)).as("the record itself").isEqualTo(before);
        });
  }

  private static List<Byte> boxed(byte[] bytes) {
    return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
  }
}
