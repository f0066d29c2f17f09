package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.security.CallerProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folders and the site say together about a partner at our doors. */
class PartnerCatalogTest {

  @TempDir Path data;

  @Test
  void anEnvelopeProvesTheGatewaysWayOnly() throws IOException {
    assertThat(catalog("gateway").known(CallerProof.GATEWAY, "linkage").orElseThrow().partner())
        .isEqualTo("linkage");
    assertThat(catalog("provincial").aside())
        .extracting(PartnerCatalog.Aside::why)
        .containsExactly("partner linkage: who sends via soap keeps authentication gateway");
  }

  @Test
  void aSecondPartnerOfAKindHasItsOwnIdAndSecret() throws IOException {
    inspectorate("[clue]");
    PartnerCatalog catalog =
        catalog(
            Map.of(
                "inspectorate", site(true, null, Set.of("li")),
                "inspectorate-city", site(true, "inspectorate", Set.of("wang"))));

    assertThat(catalog.partner("inspectorate").orElseThrow().credentials()).isEqualTo("shared");
    Partner city = catalog.partner("inspectorate-city").orElseThrow();
    assertThat(city.credentials()).isEqualTo("inspectorate-city");
    assertThat(city.receives().get(0).partner()).isEqualTo("inspectorate-city");
    assertThat(catalog.restrictions())
        .containsEntry("inspectorate-city", new Restriction(Set.of("clue"), Set.of("wang")));
  }

  @Test
  void aPartnerThatIsSwitchedOffKeepsItsRestriction() throws IOException {
    inspectorate("[clue]");

    assertThat(catalog(Map.of("inspectorate", site(false, null, Set.of("li")))).restrictions())
        .containsEntry("inspectorate", new Restriction(Set.of("clue"), Set.of("li")));
    assertThat(catalog(Map.of("inspectorate", site(false, null, Set.of()))).restrictions())
        .containsEntry("inspectorate", new Restriction(Set.of("clue"), Set.of()));
  }

  @Test
  void saysWhatIsWrongWithAKindOrARestriction() throws IOException {
    inspectorate("[clue]");
    refuses(
        Map.of("inspectorate", site(true, "linkage", Set.of())),
        "gateway.partners.inspectorate.like is linkage, but there is no folder of that name");
    setsAside(
        Map.of("inspectorate", site(true, "inspectorate", Set.of("li"))),
        "gateway.partners.inspectorate.like is set, but there is a folder of that partner");
    setsAside(
        Map.of("inspectorate", site(true, null, Set.of())),
        "gateway.partners.inspectorate.people names nobody who may know of its restricted"
            + " exchanges");
    inspectorate("[result]");
    setsAside(
        Map.of("inspectorate", site(true, null, Set.of("li"))),
        "partner inspectorate: restricted names an exchange that it does not have");
  }

  private void refuses(Map<String, PartnerSettings> partners, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> catalog(partners)).withMessage(message);
  }

  private void setsAside(Map<String, PartnerSettings> partners, String message) {
    PartnerCatalog catalog = catalog(partners);

    assertThat(catalog.partners()).isEmpty();
    assertThat(catalog.aside()).extracting(PartnerCatalog.Aside::why).containsExactly(message);
  }

  private static PartnerSettings site(boolean active, String like, Set<String> people) {
    return new PartnerSettings(active, like, null, people, null, null);
  }

  private void inspectorate(String restricted) throws IOException {
    Path folder = Files.createDirectories(data.resolve("partners").resolve("inspectorate"));
    Files.writeString(
        folder.resolve("partner.yaml"),
        """
        partner: inspectorate
        credentials: shared
        receives:
          - exchange: clue
            via: rest
            records: [DisciplineClue]
            basis: 测试
            purpose: 测试
            fields: [letterNumber]
            translator: nothing
        restricted: %s
        """
            .formatted(restricted));
  }

  private PartnerCatalog catalog(Map<String, PartnerSettings> partners) {
    return Catalogs.of(
        data,
        partners,
        new Translators(Map.of(), Map.of("nothing", () -> (record, context) -> new byte[0])));
  }

  private PartnerCatalog catalog(String authentication) throws IOException {
    Path folder = Files.createDirectories(data.resolve("partners").resolve("linkage"));
    Files.writeString(
        folder.resolve("partner.yaml"),
        """
        partner: linkage
        authentication: %s
        sends:
          - exchange: case-transfer
            via: soap
            translator: nothing
        """
            .formatted(authentication));
    Path secret = Files.createDirectories(data.resolve("secrets")).resolve("linkage");
    Files.writeString(secret, "invented");
    return Catalogs.of(
        data,
        Map.of("linkage", new PartnerSettings(true, null, null, null, List.of(), Map.of())),
        new Translators(Map.of("nothing", () -> (document, context) -> List.of()), Map.of()));
  }
}
