package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code cannot-refuse.csv} is true: whatever is changed in a good sample, it is written. */
class CannotRefuseTest {

  /** What we write to a partner in one exchange. */
  private record Written(
      PartnerFolder partner,
      String exchange,
      Supplier<FromStandard> translator,
      List<Sample> samples) {

    @Override
    public String toString() {
      return partner + " " + exchange;
    }
  }

  @Test
  void namesEachExchangeOnceAndSaysWhy() {
    assertThat(CannotRefuse.lines())
        .extracting(CannotRefuse::toString)
        .doesNotHaveDuplicates()
        .isSubsetOf(written().map(Written::toString).toList());
    assertThat(CannotRefuse.lines()).extracting(CannotRefuse::because).noneMatch(String::isBlank);
  }

  @TestFactory
  Stream<DynamicTest> writesWhateverIsChanged() {
    return written()
        .filter(exchange -> CannotRefuse.holds(exchange.partner(), exchange.exchange()))
        .map(
            exchange ->
                DynamicTest.dynamicTest(
                    exchange.toString(), () -> assertThat(refused(exchange)).isEmpty()));
  }

  private static List<String> refused(Written exchange) {
    FromStandard translator = exchange.translator().get();
    List<String> refused = new ArrayList<>();
    for (Sample sample : exchange.samples()) {
      RecordTree tree = RecordTree.of(sample.record());
      Class<? extends StandardRecord> type = sample.record().getClass();
      tree.leaves()
          .forEach(
              (path, field) -> {
                for (byte[] record : tree.extremes(path, field)) {
                  if (isRefused(translator, StandardJson.read(record, type), sample)) {
                    refused.add(sample + " " + path);
                  }
                }
              });
    }
    return refused;
  }

  private static boolean isRefused(FromStandard translator, StandardRecord record, Sample sample) {
    try {
      translator.fromStandard(record, sample.outbound());
      return false;
    } catch (Rejected e) {
      return true;
    }
  }

  private static Stream<Written> written() {
    return PartnerFolder.all().stream().flatMap(CannotRefuseTest::of);
  }

  private static Stream<Written> of(PartnerFolder partner) {
    return Stream.concat(
        partner.settings().receives().stream()
            .map(
                e ->
                    new Written(
                        partner, e.exchange(), () -> partner.permitted(e), partner.samples(e))),
        partner.settings().answers().stream()
            .map(
                e ->
                    new Written(
                        partner, e.exchange(), () -> partner.request(e), partner.requests(e))));
  }
}
