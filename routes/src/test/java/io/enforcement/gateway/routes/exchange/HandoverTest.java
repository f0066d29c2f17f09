package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.broker.BrokerSettings;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimsInHand;
import io.enforcement.gateway.routes.store.NewDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;

/** What may leave together with its translation, and what waits in the store. */
class HandoverTest {

  private static final String RECEIVER = "publicity";
  private static final String QUEUE = WakeUps.outQueue(RECEIVER);
  private static final byte[] RECORD = {};

  private final JmsTemplate jms = mock();
  private final PartnerCatalog catalog = mock();
  private final BrokerSettings broker = mock();
  private final Node node = mock();
  private final WakeUps wakeUps = new WakeUps(jms);
  private Handover handover;

  @BeforeEach
  void caughtUp() {
    when(broker.isEmbedded()).thenReturn(true);
    when(node.beats()).thenReturn(true);
    receiverOf(EffectClass.A);
    handover =
        new Handover(broker, catalog, new Breakers(), wakeUps, node, new ClaimsInHand(), mock());
    wakeUps.looking(QUEUE);
  }

  private void receiverOf(EffectClass effect) {
    Receiving receiving = mock();
    when(receiving.effect()).thenReturn(effect);
    when(catalog.receiving(eq(RECEIVER), any())).thenReturn(Optional.of(receiving));
  }

  private static NewDelivery inLane(String lane) {
    UUID id = UUID.randomUUID();
    return new NewDelivery(id, id, id, RECEIVER, "penalty-decision", lane, null, null);
  }

  private List<NewDelivery> claimed(NewDelivery... deliveries) {
    return handover.claim(List.of(deliveries), Set.of());
  }

  @Test
  void theFirstOfEachLaneLeavesAtOnceAndAllUnderOneClaim() {
    List<NewDelivery> all = claimed(inLane("a"), inLane("b"), inLane("a"));

    assertThat(all).extracting(d -> d.claim() != null).containsExactly(true, true, false);
    assertThat(all.get(0).claim()).isEqualTo(all.get(1).claim());
  }

  @Test
  void whatBelongsToFilesWaitsForThem() {
    NewDelivery delivery = inLane("a");

    assertThat(handover.claim(List.of(delivery), Set.of(delivery.id())))
        .extracting(NewDelivery::claim)
        .containsOnlyNulls();
  }

  @Test
  void nothingPassesWhatWaitsInTheStore() {
    wakeUps.wake(QUEUE, "translated");

    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void aTokenOfAnotherMeansThatSomethingMayWait() {
    wakeUps.taken(QUEUE, "swept");

    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void theTokenOfAHandoverMeansNothingElse() {
    handover.hand(List.of(handed()));
    wakeUps.taken(QUEUE, "handed over");

    verify(jms, timeout(5000)).send(eq(QUEUE), any());
    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).doesNotContainNull();
  }

  @Test
  void aReceiverThatBearsNoRepetitionIsClaimedForByItsWorkerOnly() {
    receiverOf(EffectClass.C);

    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void tokensThatAnotherNodeMayTakeHandNothingOver() {
    when(broker.isEmbedded()).thenReturn(false);
    handover =
        new Handover(broker, catalog, new Breakers(), wakeUps, node, new ClaimsInHand(), mock());

    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void whoMayBeTakenForDeadHandsNothingOver() {
    when(node.beats()).thenReturn(false);

    assertThat(claimed(inLane("a"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void noMoreIsHandedOverThanTheReceiverTakesAtOnce() {
    Duration slow = Duration.ofSeconds(10);
    for (int i = 0; i < 100; i++) {
      handover.size(RECEIVER).attempted(slow.toNanos());
    }
    assertThat(claimed(inLane("a"), inLane("b")))
        .extracting(d -> d.claim() != null)
        .containsExactly(true, false);

    handover.hand(List.of(handed()));
    assertThat(claimed(inLane("c"))).extracting(NewDelivery::claim).containsOnlyNulls();
  }

  @Test
  void whatNoWorkerTakesCanBeTakenBackOnce() {
    Attempt first = handed();
    Attempt second = handed();
    handover.hand(List.of(first, second));

    assertThat(handover.takeOlderThan(Duration.ofMinutes(1))).isEmpty();
    assertThat(handover.takeOlderThan(Duration.ZERO)).containsExactly(first, second);
    assertThat(handover.take(RECEIVER)).isEmpty();
  }

  private Attempt handed() {
    return claimed(inLane(UUID.randomUUID().toString())).get(0).firstAttempt(RECORD, Instant.EPOCH);
  }
}
