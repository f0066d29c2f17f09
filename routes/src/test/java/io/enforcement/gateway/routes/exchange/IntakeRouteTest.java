package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.MessageStore;
import io.enforcement.gateway.routes.store.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;
import org.springframework.dao.DataAccessResourceFailureException;

/** On disk first, then a wake-up, then the answer. */
class IntakeRouteTest extends SingleRoute {

  private static final Arrival ARRIVAL =
      new Arrival("housing", "penalty", "rest", "key", "nonce", "application/json", new byte[0]);

  private final MessageStore store = mock();
  private final WakeUps wakeUps = mock();

  IntakeRouteTest() {
    super(ExchangeTemplates.INTAKE, Map.of("partner", "housing", "exchange", "penalty"));
  }

  @Override
  Map<String, Object> steps() {
    return Map.of("intake", new Intake(store, wakeUps));
  }

  @BeforeEach
  void start() throws Exception {
    open();
  }

  @Test
  void keepsBeforeItWakesAndAnswersWithWhatTheStoreSaid() {
    Reception kept = reception(Reception.Kind.KEPT);
    when(store.receive(ARRIVAL)).thenReturn(kept);

    assertThat(template.requestBody(DOOR, ARRIVAL)).isSameAs(kept);

    InOrder order = inOrder(store, wakeUps);
    order.verify(store).receive(ARRIVAL);
    order.verify(wakeUps).wake("translate.housing", kept.id().toString());
  }

  @Test
  void aFailureToKeepReachesTheCallerAndWakesNobody() {
    when(store.receive(any())).thenThrow(new DataAccessResourceFailureException("disk is gone"));

    assertThatThrownBy(() -> template.requestBody(DOOR, ARRIVAL))
        .isInstanceOf(CamelExecutionException.class)
        .hasCauseInstanceOf(DataAccessResourceFailureException.class);

    verifyNoInteractions(wakeUps);
  }

  /** It is kept, and told by its repetition at the latest. */
  @Test
  void aFailureToWakeReachesTheCallerWhoGetsTheReceiptWhenItComesAgain() {
    Reception again = reception(Reception.Kind.DUPLICATE);
    when(store.receive(ARRIVAL)).thenReturn(reception(Reception.Kind.KEPT), again);
    doThrow(new IllegalStateException("a step of ours broke")).when(wakeUps).wake(any(), any());

    assertThatThrownBy(() -> template.requestBody(DOOR, ARRIVAL))
        .hasRootCauseMessage("a step of ours broke");

    assertThat(template.requestBody(DOOR, ARRIVAL)).isSameAs(again);
  }

  /** Found open and removed before its message was kept: nobody waits for a route that is gone. */
  @Test
  void whatIsNotInServiceAnyMoreIsNotOpen() {
    PartnerCatalog catalog = mock();
    when(catalog.sending(any(), any())).thenReturn(Optional.empty());
    IntakeDoor door = new IntakeDoor(template, catalog, mock(), mock(), mock());

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> assertTimeout(Duration.ofSeconds(15), () -> door.enter(ARRIVAL)))
        .extracting(ProblemException::code)
        .isEqualTo(ProblemCode.WRONG_EXCHANGE);
  }

  @ParameterizedTest
  @EnumSource(names = "KEPT", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotNewWakesNobody(Reception.Kind kind) {
    when(store.receive(ARRIVAL)).thenReturn(reception(kind));

    template.requestBody(DOOR, ARRIVAL);

    verifyNoInteractions(wakeUps);
  }

  @Test
  void headersOfAStrangerSteerNothing() {
    Reception kept = reception(Reception.Kind.KEPT);
    when(store.receive(ARRIVAL)).thenReturn(kept);

    assertThat(template.requestBodyAndHeaders(DOOR, ARRIVAL, STEERING)).isSameAs(kept);
  }

  private static Reception reception(Reception.Kind kind) {
    return new Reception(
        kind, UUID.randomUUID(), "housing", "penalty", new byte[32], Instant.EPOCH);
  }
}
