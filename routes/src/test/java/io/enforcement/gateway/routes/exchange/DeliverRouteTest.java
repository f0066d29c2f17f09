package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.AttachmentNeed;
import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;
import org.springframework.dao.QueryTimeoutException;

/** Claim, send each attempt, commit the outcomes of the whole batch at once. */
class DeliverRouteTest extends SingleRoute {

  private static final long EPOCH = 7;
  private static final byte[] NOTHING = {};

  private static final Receiving RECEIVING =
      new Receiving(
          "credit",
          "penalty",
          "rest",
          Set.of(),
          null,
          AttachmentNeed.NONE,
          Optional.empty(),
          false,
          null,
          EffectClass.C,
          null,
          List.of(Duration.ofSeconds(5)),
          2,
          null);

  private final DeliveryStore store = mock();
  private final PartnerCatalog catalog = mock();
  private final Requests requests = mock();
  private final Connections connections = mock();
  private final Connector connector = mock();
  private final WakeUps wakeUps = mock();
  private final Node node = mock();

  @Captor private ArgumentCaptor<List<Settlement>> settled;

  DeliverRouteTest() {
    super(ExchangeTemplates.DELIVER, Map.of("partner", "credit", "concurrency", "2"));
  }

  @Override
  Map<String, Object> steps() {
    Delivery delivery =
        new Delivery(
            store,
            catalog,
            requests,
            connections,
            new FailurePolicy(),
            new Breakers(),
            wakeUps,
            node);
    return Map.of("delivery", delivery);
  }

  @BeforeEach
  void answering() {
    MockitoAnnotations.openMocks(this);
    when(node.epoch()).thenReturn(EPOCH);
    when(catalog.receiving("credit", "penalty")).thenReturn(Optional.of(RECEIVING));
    when(connections.connector("credit", "penalty")).thenReturn(connector);
    when(connector.send(any())).thenReturn(new Outcome.Accepted("OK", NOTHING));
    when(requests.send(any(), any(), any()))
        .thenAnswer(
            call ->
                call.<BiFunction<Attempt, Content, Settlement>>getArgument(2)
                    .apply(call.getArgument(0), Content.of(NOTHING)));
  }

  @Test
  void settlesABatchOnceAndInTheOrderOfTheClaim() throws Exception {
    open();
    List<Attempt> claimed = due(5);

    template.sendBodyAndHeaders(DOOR, "somebody-else", STEERING);

    verify(connector, times(5)).send(any());
    verify(store).settle(settled.capture());
    assertThat(settled.getValue())
        .extracting(settlement -> settlement.attempt().delivery())
        .containsExactlyElementsOf(claimed.stream().map(Attempt::delivery).toList());
  }

  @Test
  void anEmptyClaimSendsNothingAndSettlesNothing() throws Exception {
    open();
    due(0);

    template.sendBody(DOOR, "wake-up");

    verifyNoInteractions(connector);
    verify(store, never()).settle(any());
  }

  @Test
  void aFailureOfTheClaimSendsNothing() throws Exception {
    open();
    when(store.claim(any(), anyLong(), anyInt(), any()))
        .thenThrow(new QueryTimeoutException("no answer"));

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up")).hasRootCauseMessage("no answer");

    verifyNoInteractions(connector);
  }

  @Test
  void aConnectorThatBreaksDoesNotTouchTheOthersOutcomes() throws Exception {
    open();
    String broken = due(3).get(1).delivery().id().toString();
    when(connector.send(any()))
        .thenAnswer(
            call -> {
              if (call.<Dispatch>getArgument(0).key().equals(broken)) {
                throw new IllegalStateException("against its contract");
              }
              return new Outcome.Accepted("OK", NOTHING);
            });

    template.sendBody(DOOR, "wake-up");

    verify(store).settle(settled.capture());
    assertThat(settled.getValue())
        .extracting(Settlement::state)
        .containsExactly(DeliveryState.DELIVERED, DeliveryState.IN_DOUBT, DeliveryState.DELIVERED);
  }

  @Test
  void anExchangeThatLeftServiceAfterTheClaimIsSetAsideAndTheOthersAreKept() throws Exception {
    open();
    due(3);
    when(catalog.receiving("credit", "penalty"))
        .thenReturn(Optional.of(RECEIVING), Optional.empty(), Optional.of(RECEIVING));

    template.sendBody(DOOR, "wake-up");

    verify(store).settle(settled.capture());
    assertThat(settled.getValue())
        .extracting(Settlement::state)
        .containsExactly(DeliveryState.DELIVERED, DeliveryState.PARKED, DeliveryState.DELIVERED);
  }

  @Test
  void aFailureToSettleIsToldAndWakesNobody() throws Exception {
    open();
    due(1);
    when(store.settle(any())).thenThrow(new QueryTimeoutException("no answer"));

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up")).hasRootCauseMessage("no answer");

    verify(wakeUps, never()).wake(any(), any());
  }

  @Test
  void whoWaitedInALaneIsWokenAfterTheCommit() throws Exception {
    open();
    due(1);
    when(store.settle(any())).thenReturn(true);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("out.credit", "next in lane");
  }

  private List<Attempt> due(int number) {
    List<Attempt> attempts = IntStream.range(0, number).mapToObj(i -> attempt()).toList();
    when(store.claim(eq("credit"), eq(EPOCH), anyInt(), any())).thenReturn(attempts);
    return attempts;
  }

  private static Attempt attempt() {
    DueDelivery due =
        new DueDelivery(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "credit",
            "penalty",
            0,
            false,
            null,
            UUID.randomUUID(),
            NOTHING,
            Instant.EPOCH);
    return Attempt.of(UUID.randomUUID(), due, 1);
  }
}
