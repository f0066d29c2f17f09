package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
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
import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.routes.brake.DiskWatch;
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
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

/** Claim, send each attempt, commit the outcomes of the whole batch at once. */
class DeliverRouteTest extends SingleRoute {

  private static final long EPOCH = 7;
  private static final byte[] NOTHING = {};

  private final DeliveryStore store = mock();
  private final PartnerCatalog catalog = mock();
  private final HolderStore holders = mock();
  private final Records records = mock();
  private final Connections connections = mock();
  private final Connector connector = mock();
  private final WakeUps wakeUps = mock();
  private final Handover handover = mock();
  private final Node node = mock();
  private final Fence fence = mock();
  private final DiskWatch disks = mock();

  private FromStandard translator = (record, context) -> NOTHING;

  @Captor private ArgumentCaptor<List<Settlement>> settled;

  DeliverRouteTest() {
    super(ExchangeTemplates.DELIVER, Map.of("partner", "credit", "concurrency", "2"));
  }

  @Override
  Map<String, Object> steps() {
    FailurePolicy policy = new FailurePolicy();
    Delivery delivery =
        new Delivery(
            store,
            catalog,
            new Requests(holders, records, policy, mock()),
            connections,
            policy,
            new Breakers(),
            wakeUps,
            handover,
            node,
            fence,
            disks,
            mock(),
            new TrafficMeters(new SimpleMeterRegistry()));
    return Map.of("delivery", delivery);
  }

  @BeforeEach
  void answering() {
    MockitoAnnotations.openMocks(this);
    when(node.epoch()).thenReturn(EPOCH);
    when(node.beats()).thenReturn(true);
    when(fence.lets(any())).thenReturn(true);
    when(disks.mayBeginWork()).thenReturn(true);
    when(handover.size("credit")).thenReturn(new BatchSize());
    when(catalog.receiving("credit", "penalty")).thenReturn(Optional.of(receiving(EffectClass.C)));
    when(connections.connector("credit", "penalty")).thenReturn(connector);
    when(connector.send(any())).thenReturn(new Outcome.Accepted("OK", NOTHING));
  }

  private Receiving receiving(EffectClass effect) {
    return new Receiving(
        "credit",
        "penalty",
        "rest",
        Set.of(),
        null,
        AttachmentNeed.NONE,
        Optional.empty(),
        false,
        null,
        effect,
        (record, context) -> translator.fromStandard(record, context),
        List.of(Duration.ofSeconds(5)),
        2,
        new ConnectorSettings("credit", Map.of(), name -> null));
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
        .thenThrow(new DataIntegrityViolationException("no answer"));

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
        .thenReturn(
            Optional.of(receiving(EffectClass.C)),
            Optional.empty(),
            Optional.of(receiving(EffectClass.C)));

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
    when(store.settle(any())).thenThrow(new DataIntegrityViolationException("no answer"));

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

  static Stream<Arguments> outcomes() {
    return Stream.of(
        arguments(new Outcome.Accepted("OK", NOTHING), 0, DeliveryState.DELIVERED),
        arguments(new Outcome.Refused("no", NOTHING), 0, DeliveryState.REFUSED_BY_RECEIVER),
        arguments(new Outcome.Unavailable("busy", NOTHING), 0, DeliveryState.RETRY_AT),
        arguments(new Outcome.Unavailable("busy", NOTHING), 1, DeliveryState.PARKED),
        arguments(new Outcome.Ambiguous("lost", NOTHING), 0, DeliveryState.IN_DOUBT));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void eachOutcomeIsSettledForWhatItMeans(Outcome outcome, int failures, DeliveryState state)
      throws Exception {
    open();
    claims(List.of(attempt(failures, false, null)));
    when(connector.send(any())).thenReturn(outcome);

    template.sendBody(DOOR, "wake-up");

    assertSettled(state);
  }

  @ParameterizedTest
  @CsvSource({"FOUND, DELIVERED, 0", "NOT_FOUND, DELIVERED, 1", "UNKNOWN, RETRY_AT, 0"})
  void whoCanBeAskedIsAskedFirstWhenAnEarlierAttemptIsUncertain(
      Presence answer, DeliveryState state, int sent) throws Exception {
    open();
    claims(List.of(attempt(0, true, null)));
    when(catalog.receiving("credit", "penalty")).thenReturn(Optional.of(receiving(EffectClass.B)));
    when(connector.ask(any())).thenReturn(answer);

    template.sendBody(DOOR, "wake-up");

    assertSettled(state);
    verify(connector, times(sent)).send(any());
  }

  @Test
  void anAttemptThatOthersMayHaveTakenOverIsNotSent() throws Exception {
    open();
    List<Attempt> attempts = due(2);
    when(fence.lets(attempts.get(0))).thenReturn(false);

    template.sendBody(DOOR, "wake-up");

    verify(connector, times(1)).send(any());
    verify(store).settle(settled.capture());
    assertThat(settled.getValue())
        .extracting(Settlement::state)
        .containsExactly(DeliveryState.RETRY_AT, DeliveryState.DELIVERED);
    assertThat(settled.getValue().get(0).outcome()).isEqualTo(Settlement.NOT_TRIED);
  }

  @Test
  void anAnswerThatIsTooOldSendsNothing() throws Exception {
    open();
    claims(List.of(attempt(0, true, null)));
    when(catalog.receiving("credit", "penalty")).thenReturn(Optional.of(receiving(EffectClass.B)));
    when(connector.ask(any())).thenReturn(Presence.NOT_FOUND);
    when(fence.lets(any())).thenReturn(true, false);

    template.sendBody(DOOR, "wake-up");

    assertSettled(DeliveryState.RETRY_AT);
    verify(connector, never()).send(any());
  }

  @Test
  void whoMayBeTakenForDeadClaimsNothing() throws Exception {
    open();
    due(1);
    when(node.beats()).thenReturn(false);

    template.sendBody(DOOR, "wake-up");

    verify(store, never()).claim(any(), anyLong(), anyInt(), any());
  }

  static Stream<Arguments> failuresOfTheTranslator() {
    Rejected rejected = new Rejected(List.of(Finding.of("mapping.code", "", null)));
    return Stream.of(
        arguments(rejected, DeliveryState.PARKED, "mapping.code"),
        arguments(
            new IllegalStateException("a bug"), DeliveryState.PARKED, "IllegalStateException"),
        arguments(
            new QueryTimeoutException("no answer"),
            DeliveryState.RETRY_AT,
            "the store does not answer"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheTranslator")
  void whatCannotBeWrittenIsNotSent(RuntimeException failure, DeliveryState state, String why)
      throws Exception {
    open();
    due(1);
    translator =
        (record, context) -> {
          throw failure;
        };

    template.sendBody(DOOR, "wake-up");

    assertSettled(state);
    assertThat(settled.getValue().get(0).reason()).isEqualTo(why);
    verifyNoInteractions(connector);
  }

  @Test
  void aRevocationOfWhatTheReceiverNeverGotIsCancelled() throws Exception {
    open();
    claims(List.of(attempt(0, false, "act-key")));

    template.sendBody(DOOR, "wake-up");

    assertSettled(DeliveryState.CANCELLED);
    verifyNoInteractions(connector);
  }

  @Test
  void anOpenBreakerPostponesTheRestAndClaimsNothingMore() throws Exception {
    open();
    due(12);
    when(connector.send(any())).thenReturn(new Outcome.Unavailable("down", NOTHING));

    template.sendBody(DOOR, "wake-up");
    template.sendBody(DOOR, "wake-up");

    verify(connector, times(10)).send(any());
    verify(store).settle(settled.capture());
    assertThat(settled.getValue())
        .extracting(Settlement::reason)
        .endsWith("down", "circuit breaker is open", "circuit breaker is open");
    verify(store, times(1)).claim(any(), anyLong(), anyInt(), any());
  }

  private void assertSettled(DeliveryState state) {
    verify(store).settle(settled.capture());
    assertThat(settled.getValue()).extracting(Settlement::state).containsExactly(state);
  }

  private List<Attempt> due(int number) {
    List<Attempt> attempts =
        IntStream.range(0, number).mapToObj(i -> attempt(0, false, null)).toList();
    claims(attempts);
    return attempts;
  }

  private void claims(List<Attempt> attempts) {
    when(store.claim(eq("credit"), eq(EPOCH), anyInt(), any())).thenReturn(attempts);
  }

  private static Attempt attempt(int failures, boolean uncertain, String revokes) {
    DueDelivery due =
        new DueDelivery(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "credit",
            "penalty",
            failures,
            uncertain,
            revokes,
            UUID.randomUUID(),
            NOTHING,
            Instant.EPOCH);
    return Attempt.of(UUID.randomUUID(), due, 1);
  }
}
