package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folder and the site say together about a partner that is asked. */
class AnsweringExchangesTest {

  private static final String ORGAN = "11640104MB1GXE523M";

  @TempDir Path data;

  @Test
  void nobodyIsAskedWhomTheSiteDoesNotName() {
    assertThat(answers(Map.of("region", "6401"))).isEmpty();
  }

  @Test
  void whatIsSaidOfQueriesCountsBeforeTheFolderAndTheFolderBeforeTheRest() {
    Map<String, String> settings =
        answers(
                Map.of(
                    "region", "6401",
                    "path", "/records",
                    "accepted", "/code=OK",
                    "request-timeout", "PT30S",
                    "endpoint", "https://deliveries.example",
                    "query.endpoint", "https://register.example",
                    "query.organ", ORGAN))
            .get(0)
            .settings()
            .values();

    assertThat(settings)
        .containsEntry("endpoint", "https://register.example")
        .containsEntry("path", "/certificate-queries")
        .containsEntry("request-timeout", "PT30S")
        .containsEntry("credentials", "justice")
        .doesNotContainKey("accepted");
  }

  @Test
  void anOrganIsNamedByItsCreditCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answers(Map.of("region", "6401", "query.organ", "司法局")))
        .withMessage("partner justice: setting query.organ is not a unified social credit code");
  }

  private List<Answering> answers(Map<String, String> site) {
    PartnerSettings own = new PartnerSettings(true, null, null, null, List.of(), site);
    PartnerCatalog catalog =
        Catalogs.of(data, Map.of("justice", own), new Translators(Map.of(), Map.of()));
    return catalog.partner("justice").orElseThrow().answers();
  }
}
