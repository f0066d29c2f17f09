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
import org.springframework.jdbc.core.JdbcTemplate;

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
    JdbcTemplate owner = gateway.books().owner();
    owner.update(
        "delete from message_version where message_id in (select id from message where sender = ?)",
        SENDER);
    owner.update("delete from proposal where partner = ?", SENDER);
    owner.update("delete from message where sender = ?", SENDER);
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

  @Test
  void aCorrectedBodyWeighsWhatItWeighsAndNotWhatCame() {
    UUID corrected = arrived(1);
    UUID next = arrived(1);
    assertThat(claimed()).containsExactly(corrected, next);

    correct(corrected, new byte[BYTES]);

    assertThat(claimed()).containsExactly(corrected);
    assertThat(claimed()).as("by who held the sender before").containsExactly(corrected);
  }

  private void correct(UUID message, byte[] body) {
    UUID proposal = UUID.randomUUID();
    JdbcTemplate owner = gateway.books().owner();
    owner.update(
        """
        insert into proposal (id, kind, partner, exchange, entries, reason, state, proposed_by, decided_by)
        values (?, 'CORRECT', ?, 'penalty-decision', 1, 'too light', 'DONE', 'one', 'another')
        """,
        proposal,
        SENDER);
    owner.update(
        "insert into message_version (message_id, version, body, digest, proposal_id) values (?, 1, ?, '', ?)",
        message,
        body,
        proposal);
    owner.update("update message set version = 1 where id = ?", message);
  }

  private List<UUID> claimed() {
    return store.claim(SENDER, epoch, 64).stream().map(ClaimedMessage::id).toList();
  }

  private UUID arrived(int bytes) {
    return gateway.books().arrived(SENDER, bytes);
  }
}
