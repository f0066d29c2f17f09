package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.routes.security.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folders and the site say together about a partner at our doors. */
class PartnerCatalogTest {

  @TempDir Path data;

  @Test
  void anEnvelopeProvesTheGatewaysWayOnly() throws IOException {
    assertThat(catalog("gateway").known(CallerProof.GATEWAY, "linkage").orElseThrow().partner())
        .isEqualTo("linkage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog("provincial"))
        .withMessage("partner linkage: who sends via soap keeps authentication gateway");
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
    PackFiles pack = PackFiles.ofFolder(folder);
    return new PartnerCatalog(
        new GatewaySettings(
            data, Map.of("linkage", new PartnerSettings(true, List.of(), Map.of()))),
        new PartnerFactory(
            new Translators(Map.of("nothing", (document, context) -> List.of()), Map.of()),
            new Credentials(data)),
        new Credentials(data),
        () -> Map.of("linkage", SitePack.atOnce(pack)));
  }
}
