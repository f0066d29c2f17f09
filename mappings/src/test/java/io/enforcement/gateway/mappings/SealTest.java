package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample of every exchange that is sealed at the door means the same before and after. */
class SealTest {

  @TestFactory
  Stream<DynamicTest> sealingChangesNothingOfWhatTheMessageMeans() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().sends().stream()
                    .filter(exchange -> partner.toStandard(exchange) instanceof Seal)
                    .flatMap(
                        exchange ->
                            partner.samples(exchange).stream()
                                .map(
                                    sample ->
                                        DynamicTest.dynamicTest(
                                            sample.toString(),
                                            () -> holds(partner.toStandard(exchange), sample)))));
  }

  private static void holds(ToStandard translator, Sample sample) {
    Seal seal = (Seal) translator;
    byte[] sealed;
    try {
      sealed = seal.seal(sample.bytes());
    } catch (Rejected e) {
      assertThat(meaning(translator, sample.bytes(), sample))
          .isEqualTo(GoldenText.ofFindings(e.findings()));
      return;
    }
    assertThat(meaning(translator, sealed, sample))
        .isEqualTo(meaning(translator, sample.bytes(), sample));
    assertThat(seal.seal(sealed)).as("sealed twice").isEqualTo(sealed);
  }

  private static String meaning(ToStandard translator, byte[] message, Sample sample) {
    try {
      return GoldenText.of(translator.toStandard(message, sample.inbound()));
    } catch (Rejected e) {
      return GoldenText.ofFindings(e.findings());
    }
  }
}
