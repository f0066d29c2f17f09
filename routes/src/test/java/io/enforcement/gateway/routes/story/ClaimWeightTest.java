package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.TranslationStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Large messages are in memory together while they are translated: a claim is bounded by weight.
 */
@Story
class ClaimWeightTest {

  /** No partner of this name exists, so nobody else works on its messages. */
  private static final String SENDER = "nobody-here";

  private static final int BYTES = TranslationStore.BYTES;

  private final StoryGateway gateway;
  private final NodeStore nodes;
  private final TranslationStore store;
  private long epoch;

  ClaimWeightTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.nodes = gateway.part(NodeStore.class);
    this.store = gateway.part(TranslationStore.class);
  }

  @BeforeEach
  void live() {
    epoch = nodes.begin(Duration.ofMinutes(1));
  }

  @AfterEach
  void takeAway() {
    nodes.end(epoch);
    gateway.books().owner().update("delete from message where sender = ?", SENDER);
  }

  @Test
  void aClaimEndsWithTheMessageThatMakesItHeavy() {
    UUID light = arrived(1);
    UUID half = arrived(BYTES / 2);
    UUID crossing = arrived(BYTES);
    arrived(1);

    assertThat(claimed()).containsExactly(light, half, crossing);
    assertThat(claimed())
        .as("by who held the sender before")
        .containsExactly(light, half, crossing);
  }

  @Test
  void aMessageAsHeavyAsAClaimComesAloneAndTheNextFollow() {
    UUID heavy = arrived(BYTES);
    UUID next = arrived(1);
    UUID last = arrived(1);

    assertThat(claimed()).containsExactly(heavy);
    gateway.books().owner().update("update message set state = 'TRANSLATED' where id = ?", heavy);
    assertThat(claimed()).containsExactly(next, last);
  }

  private List<UUID> claimed() {
    return store.claim(SENDER, epoch, 64).stream().map(ClaimedMessage::id).toList();
  }

  private UUID arrived(int bytes) {
    return gateway.books().arrived(SENDER, bytes);
  }
}
