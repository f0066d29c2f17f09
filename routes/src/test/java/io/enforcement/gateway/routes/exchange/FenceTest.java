package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimsInHand;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was frozen, or cut off, sends nothing that it claimed before. */
class FenceTest {

  private static final byte[] NOTHING = {};

  private final NodeStore store = mock();
  private final ClaimsInHand inHand = new ClaimsInHand();
  private Duration gone = Duration.ZERO;
  private final Node node = new Node(store, "", () -> System.nanoTime() + gone.toNanos());
  private final Fence fence = new Fence(node, inHand);

  @BeforeEach
  void alive() {
    when(store.beat(anyLong(), any())).thenReturn(true);
  }

  @Test
  void whatIsInHandMayBeSent() {
    assertThat(fence.lets(claimed())).isTrue();
  }

  @Test
  void whatIsNotInHandMayNot() {
    Attempt attempt = claimed();
    inHand.leave(List.of(attempt.claim()));

    assertThat(fence.lets(attempt)).isFalse();
  }

  @Test
  void afterAFreezeNothingMayBeSentBeforeTheNextBeat() {
    Attempt attempt = claimed();
    gone = Duration.ofSeconds(20);

    assertThat(fence.lets(attempt)).isFalse();
    assertThat(node.beats()).isFalse();
  }

  @Test
  void aBeatAfterTheLifeWasOverGivesBackNothingOfBefore() {
    Attempt before = claimed();
    gone = Duration.ofSeconds(20);
    when(store.beat(anyLong(), any())).thenReturn(false);

    node.beat();

    assertThat(node.beats()).isTrue();
    assertThat(fence.lets(before)).isFalse();
  }

  @Test
  void whatIsClaimedAfterThatBeatMayBeSent() {
    when(store.beat(anyLong(), any())).thenReturn(false);

    node.beat();

    assertThat(fence.lets(claimed())).isTrue();
  }

  @Test
  void aPauseInWhichTheLifeWasNotOverTakesNothingAway() {
    Attempt before = claimed();

    node.beat();

    assertThat(fence.lets(before)).isTrue();
  }

  private Attempt claimed() {
    UUID claim = UUID.randomUUID();
    inHand.take(claim);
    UUID id = UUID.randomUUID();
    DueDelivery due =
        new DueDelivery(id, id, "credit", "penalty", 0, false, null, id, NOTHING, Instant.EPOCH);
    return Attempt.of(claim, due, 1);
  }
}
