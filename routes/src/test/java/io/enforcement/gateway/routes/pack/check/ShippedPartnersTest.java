package io.enforcement.gateway.routes.pack.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.conformance.ShippedCandidate;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What we ask of a site's pack, every partner that we ship keeps: a new folder is found by itself.
 */
class ShippedPartnersTest {

  private static final PackCheck CHECK = new PackCheck(() -> LocalDate.of(2026, 11, 22));
  private static final String SETTINGS =
      "classpath*:io/enforcement/gateway/mappings/*/partner*.yaml";

  /** The gateway as a partner of its own: it sends within the house, which no pack can. */
  private static final String OURSELVES = "gateway";

  static List<String> shipped() throws IOException {
    return Stream.of(new PathMatchingResourcePatternResolver().getResources(SETTINGS))
        .map(ShippedPartnersTest::id)
        .filter(id -> !id.equals(OURSELVES))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theCheckFindsNoErrorInWhatWeShip(String id) {
    PackFiles pack = ShippedCandidate.of(id).orElseThrow().pack();

    assertThat(CHECK.check(pack, Locale.ENGLISH))
        .filteredOn(PackProblem::isError)
        .extracting(PackProblem::inOneLine)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyPartnerComesWithSamplesOfEachOfItsWays(String id) {
    PackFiles pack = ShippedCandidate.of(id).orElseThrow().pack();
    List<Way> ways = Way.of(OfflinePartner.of(pack).file());
    Samples samples = Samples.of(pack, ways);

    assertThat(ways).isNotEmpty().noneMatch(way -> samples.of(way).isEmpty());
  }

  @Test
  void theFoldersAreFound() throws IOException {
    assertThat(shipped()).hasSizeGreaterThan(40).contains("housing", "social-security");
  }

  private static String id(Resource settings) {
    try {
      PackFiles alone =
          PackFiles.empty().with(PackFiles.SETTINGS, settings.getContentAsByteArray());
      return OfflinePartner.of(alone).file().partner();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
