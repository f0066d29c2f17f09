package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.Settlement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process dies between the claim and the outcome: others judge its attempts, and whoever comes
 * back from the dead changes nothing.
 */
@Story
class LostClaimTest {

  /** No partner of this name exists, so nobody else delivers to it, and doubt is for people. */
  private static final String RECEIVER = "nobody-here";

  private static final byte[] REQUEST = "as it was sent".getBytes(StandardCharsets.UTF_8);

  private final StoryGateway gateway;
  private final NodeStore nodes;
  private final DeliveryStore store;
  private UUID message;
  private UUID record;
  private UUID delivery;

  LostClaimTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.nodes = gateway.part(NodeStore.class);
    this.store = gateway.part(DeliveryStore.class);
  }

  @BeforeEach
  void delivery() {
    message = UUID.randomUUID();
    record = UUID.randomUUID();
    delivery = UUID.randomUUID();
    runtime(
        """
        insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at, state)
        values (?, 'nobody', 'penalty-decision', 'rest', ?, '', 'application/json', '', now(), 'TRANSLATED')
        """,
        message,
        message.toString());
    runtime(
        "insert into record (id, message_id, part, kind, state) values (?, ?, 1, 'Receipt', 'ACCEPTED')",
        record,
        message);
    runtime(
        """
        insert into delivery (id, record_id, message_id, receiver, exchange, lane)
        values (?, ?, ?, ?, 'penalty-decision', 'case')
        """,
        delivery,
        record,
        message,
        RECEIVER);
  }

  @AfterEach
  void takeAway() {
    for (String table :
        List.of("parked", "failed_attempt", "claim", "delivery", "record", "message")) {
      String own =
          switch (table) {
            case "failed_attempt" -> "delivery_id = '" + delivery + "'";
            case "claim" -> "'" + delivery + "' = any (deliveries)";
            case "message" -> "id = '" + message + "'";
            default -> "message_id = '" + message + "'";
          };
      gateway.books().owner().update("delete from " + table + " where " + own);
    }
  }

  @Test
  void whatADeadProcessWasSendingIsInDoubtWithItsEvidence() throws Exception {
    long epoch = nodes.begin(Duration.ofMinutes(1));
    List<Attempt> attempts = claim(epoch);
    assertThat(attempts).hasSize(1);

    nodes.end(epoch);

    gateway.eventually(() -> assertThat(state()).isEqualTo("IN_DOUBT"));
    assertThat(
            gateway
                .books()
                .runtime()
                .queryForMap(
                    "select number, outcome from failed_attempt where delivery_id = ?", delivery))
        .containsEntry("number", 1)
        .containsEntry("outcome", "Ambiguous");
    assertThat(claims()).isZero();

    store.settle(List.of(delivered(attempts.get(0))));
    assertThat(state()).isEqualTo("IN_DOUBT");
  }

  @Test
  void whatALivingProcessIsSendingIsLeftToIt() throws Exception {
    long epoch = nodes.begin(Duration.ofMinutes(1));
    List<Attempt> attempts = claim(epoch);

    assertThat(store.lost(10)).noneMatch(a -> a.delivery().id().equals(delivery));
    assertThat(claim(epoch)).as("claimed already").isEmpty();

    store.settle(List.of(delivered(attempts.get(0))));
    assertThat(state()).isEqualTo("DELIVERED");
    assertThat(
            gateway
                .books()
                .runtime()
                .queryForList(
                    "select detail from event where delivery_id = ? order by id",
                    String.class,
                    delivery))
        .containsExactly(
            "attempt 1",
            "200 sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(REQUEST))
                + " "
                + REQUEST.length
                + " bytes");
    assertThat(claims()).isZero();
    nodes.end(epoch);
  }

  private List<Attempt> claim(long epoch) {
    return store.claim(RECEIVER, epoch, 64, Duration.ofMinutes(1));
  }

  private static Settlement delivered(Attempt attempt) {
    return new Settlement(
        attempt.sending(REQUEST),
        DeliveryState.DELIVERED,
        "Accepted",
        "200",
        null,
        Duration.ZERO,
        0,
        false,
        List.of());
  }

  private String state() {
    return gateway
        .books()
        .runtime()
        .queryForObject("select state from delivery where id = ?", String.class, delivery);
  }

  private int claims() {
    return gateway
        .books()
        .runtime()
        .queryForObject(
            "select count(*) from claim where ? = any (deliveries)", Integer.class, delivery);
  }

  private void runtime(String sql, Object... values) {
    gateway.books().runtime().update(sql, values);
  }
}
