package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with {@code via: outbox} that could not keep what it promises. */
class OutboxFolderTest {

  @TempDir private Path site;

  @Test
  void refusesToBringSomeDeliveriesAndLetFetchOthers() throws IOException {
    folder(receives("one", "outbox", "A") + receives("two", "rest", "A"));

    assertThat(catalog().aside())
        .extracting(PartnerCatalog.Aside::why)
        .containsExactly(
            "partner village: either all that it receives is via outbox, or none of it");
  }

  @Test
  void refusesAnEffectThatDoesNotBearRepetition() throws IOException {
    folder(receives("one", "outbox", "A") + receives("two", "outbox", "C"));

    assertThat(catalog().aside())
        .extracting(PartnerCatalog.Aside::why)
        .singleElement()
        .asString()
        .startsWith("partner village: two is via outbox")
        .endsWith("its effect must be A");
  }

  private PartnerCatalog catalog() {
    PartnerSettings own = new PartnerSettings(true, null, null, null, List.of(), Map.of());
    return Catalogs.of(site, Map.of("village", own), new Translators(Map.of(), Map.of()));
  }

  private void folder(String receives) throws IOException {
    Path folder = Files.createDirectories(site.resolve("partners/village"));
    Files.writeString(folder.resolve("partner.yaml"), "partner: village\nreceives:\n" + receives);
  }

  private static String receives(String exchange, String via, String effect) {
    return """
      - exchange: %s
        via: %s
        effect: %s
        records: [PenaltyDecision]
        basis: 测试
        purpose: 测试
        fields: [public]
        translator: decision.jslt
    """
        .formatted(exchange, via, effect);
  }
}
