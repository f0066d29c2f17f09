package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.retention.Pruning;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.store.LegalHoldStore;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Bodies are kept for their time; what they were is proven for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PruningStoryTest {

  private StoryGateway gateway;
  private Desk housing;

  @BeforeAll
  void start() {
    gateway = StoryGateway.with(site -> Map.of("gateway.retention.bodies", "P1Y"));
    housing = gateway.housing();
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @BeforeEach
  void nothingElseIsDue() {
    gateway
        .books()
        .owner()
        .update("update message set settled_at = now() where settled_at < now()");
  }

  @Test
  void aBodyGoesWhenItsTimeIsOverAndTheTrailSaysSo() {
    String old = delivered();
    String young = delivered();
    settledLongAgo(old);
    withoutDeadlines(old);
    withoutDeadlines(young);
    String digest = gateway.operator().asksFor(old).json().path("digest").asString();

    assertThat(gateway.part(Pruning.class).prune()).isOne();

    assertThat(bytes(old)).isZero();
    assertThat(bytes(young)).isPositive();
    JsonNode shown = housing.reads("/api/v1/messages/" + old).json();
    assertThat(shown.path("prunedAt").asString()).startsWith("20");
    assertThat(shown.path("digest").asString()).isEqualTo(digest);
    assertThat(housing.reads("/api/v1/messages/" + young).json().path("prunedAt").isNull())
        .isTrue();
    assertThat(
            gateway
                .books()
                .runtime()
                .queryForObject(
                    "select partner || ' ' || detail from event where milestone = 'BODIES_PRUNED'"
                        + " order by id desc limit 1",
                    String.class))
        .matches("housing 1 sha256:[0-9a-f]{64}");
    assertThat(gateway.part(Pruning.class).prune()).isZero();
  }

  @Test
  void theLatestRevisionOfARecordStaysAndAnEarlierOneGoes() {
    Paper decision = Paper.decision();
    String first = delivered(decision);
    String second = delivered(decision.revised(2));
    withoutDeadlines(first);
    withoutDeadlines(second);
    settledLongAgo(first);
    settledLongAgo(second);

    assertThat(gateway.part(Pruning.class).prune()).isEqualTo(2);

    assertThat(recordsWithBody(first)).isZero();
    assertThat(recordsWithBody(second)).isOne();
  }

  @Test
  void whatSomebodyMayStillNeedIsKept() {
    String open = delivered();
    settledLongAgo(open);
    String parked = delivered();
    settledLongAgo(parked);
    withoutDeadlines(parked);
    gateway
        .books()
        .owner()
        .update(
            "insert into parked (id, message_id, stage, partner, exchange, cause) values (?, ?,"
                + " 'deliver', 'housing', 'x', 'y')",
            UUID.randomUUID(),
            UUID.fromString(parked));
    String underway = delivered();
    settledLongAgo(underway);
    withoutDeadlines(underway);
    gateway.books().owner().execute("alter table delivery disable trigger user");
    gateway
        .books()
        .owner()
        .update(
            "update delivery set state = 'IN_DOUBT' where message_id = ?",
            UUID.fromString(underway));
    gateway.books().owner().execute("alter table delivery enable trigger user");
    assertThat(openDeadlines(open)).isPositive();

    assertThat(gateway.part(Pruning.class).prune()).isZero();

    withoutDeadlines(open);
    assertThat(gateway.part(Pruning.class).prune()).isOne();
  }

  @Test
  void aLegalHoldKeepsAMessageUntilItIsLifted() {
    String held = delivered();
    settledLongAgo(held);
    withoutDeadlines(held);
    Operator administrator = gateway.person("hold-administrator", Role.AUDIT_ADMINISTRATOR);
    String path = "/api/v1/legal-holds/" + held;

    assertThat(administrator.posts(path).status()).isEqualTo(400);
    assertThat(administrator.posts(path + "?reason=" + "x".repeat(201)).rule())
        .isEqualTo("request.reason");
    assertThat(gateway.operator().posts(path + "?reason=2026-1").status()).isEqualTo(403);
    assertThat(administrator.posts(path + "?reason=2026-1").status()).isEqualTo(201);
    assertThat(administrator.posts(path + "?reason=2026-1").status()).isEqualTo(404);
    assertThat(administrator.reads("/api/v1/legal-holds").json().toString()).contains(held);
    assertThat(gateway.part(Pruning.class).prune()).isZero();
    assertThat(bytes(held)).isPositive();

    assertThat(gateway.part(LegalHoldStore.class).lift(UUID.fromString(held), "hold-administrator"))
        .isTrue();
    assertThat(gateway.part(Pruning.class).prune()).isOne();
    assertThat(
            gateway
                .books()
                .runtime()
                .queryForList(
                    "select detail from event where milestone = 'LEGAL_HOLD' and message_id = ?"
                        + " order by id",
                    String.class,
                    UUID.fromString(held)))
        .containsExactly("placed", "lifted");
  }

  private String delivered() {
    return delivered(Paper.decision());
  }

  /** Delivered to all, and followed. */
  private String delivered(Paper paper) {
    Reply receipt = housing.sends(paper);
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED");
          assertThat(housing.looksUp(receipt).delivery("credit")).isEqualTo("DELIVERED");
          assertThat(
                  count(
                      "select count(*) from attention a join record r on r.id = a.record_id where"
                          + " r.message_id = ?",
                      receipt.messageId()))
              .isZero();
        });
    return receipt.messageId();
  }

  private void settledLongAgo(String message) {
    gateway
        .books()
        .owner()
        .update(
            "update message set settled_at = now() - interval '366 days' where id = ?",
            UUID.fromString(message));
  }

  private void withoutDeadlines(String message) {
    gateway
        .books()
        .owner()
        .update(
            "update deadline set state = 'MOOT' where conversation_id in (select c.conversation_id"
                + " from conversation_document c join record r on r.id = c.record_id where"
                + " r.message_id = ?)",
            UUID.fromString(message));
  }

  private int openDeadlines(String message) {
    return count(
        "select count(*) from deadline d join conversation_document c on c.conversation_id ="
            + " d.conversation_id join record r on r.id = c.record_id where d.state = 'OPEN' and"
            + " r.message_id = ?",
        message);
  }

  private int bytes(String message) {
    return count("select octet_length(body) from message where id = ?", message);
  }

  private int recordsWithBody(String message) {
    return count(
        "select count(*) from record where part > 0 and body is not null and message_id = ?",
        message);
  }

  private int count(String sql, String message) {
    return gateway.books().runtime().queryForObject(sql, Integer.class, UUID.fromString(message));
  }
}
