package io.enforcement.gateway.routes.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnsweringBodyTest {

  private static final Set<QueryKind> OFFICERS = Set.of(QueryKind.OFFICER_CERTIFICATE);

  @Test
  void isNotNeededWhereNobodyMayAsk() {
    assertThatCode(() -> body(null, Set.of())).doesNotThrowAnyException();
  }

  @Test
  void isNeededAsSoonAsAPartnerMayAsk() {
    assertThatThrownBy(() -> body(null, OFFICERS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("partner bureau")
        .hasMessageContaining("gateway.queries.body")
        .hasMessageContaining("body.name");
  }

  @Test
  void isCheckedBeforeItStandsInAnswers() {
    assertThatThrownBy(
            () -> body(new QuerySettings.Body("监督局", "11640104MB1GXE523X", "640104"), OFFICERS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("body.uscc");
    assertThat(
            body(new QuerySettings.Body("监督局", "11640104MB1GXE523M", "640104"), OFFICERS)
                .reference()
                .getName())
        .isEqualTo("监督局");
  }

  private static AnsweringBody body(QuerySettings.Body body, Set<QueryKind> queries) {
    PartnerCatalog catalog = mock();
    when(catalog.partners())
        .thenReturn(
            List.of(
                new Partner(
                    "bureau", Map.of(), "bureau", List.of(), List.of(), queries, List.of(),
                    List.of(), List.of(), null, 500)));
    return new AnsweringBody(
        new QuerySettings(
            Duration.ofSeconds(3), 8, 20, Duration.ofSeconds(5), 2, 8, Duration.ofDays(180), body),
        catalog,
        StandardValidator.shipped(),
        Clock.systemUTC());
  }
}
