package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.exchange.Delivery;
import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimsInHand;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.Settlement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    assertThat(store.lost(epoch + 1, 10)).noneMatch(a -> a.delivery().id().equals(delivery));
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

  @Test
  void whatAProcessIsSendingIsLeftToItselfThoughItsBeatsDidNotArrive() {
    long own = gateway.part(Node.class).epoch();
    List<Attempt> attempts = claim(own);
    nodes.end(own);

    assertThat(store.lost(own, 10)).noneMatch(a -> a.delivery().id().equals(delivery));
    assertThat(store.lost(own + 1, 10)).anyMatch(a -> a.delivery().id().equals(delivery));

    nodes.beat(own, Duration.ofSeconds(15));
    store.settle(List.of(delivered(attempts.get(0))));
    assertThat(state()).isEqualTo("DELIVERED");
  }

  @Test
  void aBeatTellsWhetherTheLifeWasOver() {
    long epoch = nodes.begin(Duration.ofMinutes(1));
    assertThat(nodes.beat(epoch, Duration.ofMinutes(1))).isTrue();

    nodes.end(epoch);

    assertThat(nodes.beat(epoch, Duration.ofMinutes(1))).as("others could take over").isFalse();
    assertThat(nodes.beat(epoch, Duration.ofMinutes(1))).as("it lives again").isTrue();
    nodes.end(epoch);
  }

  @Test
  void anOutcomeThatCannotBeWrittenNowIsWrittenLater() throws Exception {
    List<Attempt> attempts = claim(gateway.part(Node.class).epoch());
    try (Connection other = gateway.books().owner().getDataSource().getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement lock =
          other.prepareStatement("select 1 from delivery where id = ? for update")) {
        lock.setObject(1, delivery);
        lock.executeQuery();
      }

      gateway.part(Delivery.class).settle(List.of(delivered(attempts.get(0))));

      assertThat(state()).as("the row is locked").isEqualTo("ATTEMPTING");
      other.rollback();
    }

    gateway.eventually(() -> assertThat(state()).isEqualTo("DELIVERED"));
  }

  @Test
  void whatThisProcessClaimedWithoutKnowingIsSetFree() {
    long own = gateway.part(Node.class).epoch();
    claim(own);
    List<String> receivers = List.of(RECEIVER);

    assertThat(store.unknown(own, receivers)).as("in hand").isEmpty();

    List<UUID> claims =
        gateway
            .books()
            .runtime()
            .queryForList("select id from claim where ? = any (deliveries)", UUID.class, delivery);
    gateway.part(ClaimsInHand.class).leave(claims);

    assertThat(store.unknown(own, receivers))
        .extracting(a -> a.delivery().id())
        .containsExactly(delivery);
    assertThat(store.unknown(own, List.of())).as("in the hands of whoever fetches it").isEmpty();
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
