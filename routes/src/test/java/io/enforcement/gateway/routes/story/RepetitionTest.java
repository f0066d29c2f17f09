package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes twice has one effect: by the key of the message, and by what the record itself is. */
@Story
class RepetitionTest {

  private final StoryGateway gateway;
  private final Desk housing;

  RepetitionTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void theSameKeyWithTheSameBytesGetsTheSameReceipt() {
    Paper decision = Paper.decision();
    String key = "repeat-" + UUID.randomUUID();

    Reply first = housing.sends(key, decision);
    Books.Stored before = gateway.books().stored();
    Reply second = housing.sends(key, decision);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(gateway.books().stored().messages()).isEqualTo(before.messages());
  }

  @Test
  void theReceiptNamesTheDigestOfTheBytesAsSent() throws Exception {
    Paper decision = Paper.decision();

    Reply receipt = housing.sends(decision);

    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(decision.bytes());
    assertThat(receipt.json().path("digest").asString())
        .isEqualTo("sha256:" + java.util.HexFormat.of().formatHex(digest));
    assertThat(receipt.json().path("partner").asString()).isEqualTo("housing");
    assertThat(receipt.json().path("statusUrl").asString())
        .isEqualTo("/api/v1/messages/" + receipt.messageId());
  }

  @Test
  void theSameKeyWithOtherBytesIsAConflict() {
    String key = "conflict-" + UUID.randomUUID();
    Reply first = housing.sends(key, Paper.decision());
    Books.Stored before = gateway.books().stored();

    Reply second = housing.sends(key, Paper.decision());

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.contentType()).startsWith("application/problem+json");
    assertThat(second.code()).isEqualTo("conflict");
    assertThat(second.rule()).isEqualTo("request.key-reused");
    assertThat(gateway.books().stored().messages()).isEqualTo(before.messages());
    assertThat(housing.looksUp(first).trail()).contains("RECEIVED", "CONFLICT");
  }

  @Test
  void theSameRecordUnderAnotherKeyIsADuplicate() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision));

    Reply again = housing.sends(decision);

    gateway.eventually(
        () -> assertThat(housing.looksUp(again).records()).containsExactly("DUPLICATE"));
    assertThat(housing.looksUp(again).trail()).containsExactly("RECEIVED", "REPEATED");
    assertThat(housing.looksUp(again).receivers()).isEmpty();
    assertThat(gateway.creditTables().penalties(decision)).hasSize(1);
  }

  @Test
  void anEarlierRevisionThatComesLaterIsSuperseded() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision.revised(3)));

    Reply late = housing.sends(decision.revised(2));

    gateway.eventually(
        () -> assertThat(housing.looksUp(late).records()).containsExactly("SUPERSEDED"));
    assertThat(housing.looksUp(late).receivers()).isEmpty();
    assertThat(gateway.creditTables().penalties(decision)).containsExactly("罚款26503元");
  }

  @Test
  void theSameRevisionWithOtherContentIsRefused() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision));

    Reply other = housing.sends(decision.with("处罚结果", "罚款26500元,责令改正"));

    gateway.eventually(() -> assertThat(housing.looksUp(other).state()).isEqualTo("REFUSED"));
    assertThat(housing.looksUp(other).findings())
        .containsExactly("record.revision-conflict revision revision already held");
    assertThat(gateway.creditTables().penalties(decision)).containsExactly("罚款26500元");
  }

  @Test
  void anotherPartnersMessageLooksJustLikeOneThatDoesNotExist() {
    Reply receipt = housing.sends(Paper.decision());
    Desk stranger = gateway.desk("city-management");

    Reply others = stranger.reads("/api/v1/messages/" + receipt.messageId());
    Reply unknown = stranger.reads("/api/v1/messages/" + UUID.randomUUID());

    assertThat(others.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(withoutCorrelation(others)).isEqualTo(withoutCorrelation(unknown));
  }

  @Test
  void aSenderFindsItsMessageByItsOwnKeyAndNobodyElseDoes() {
    String list = "/api/v1/messages?partner=housing&exchange=penalty-decision";
    Reply receipt = housing.sends("a-key-of-its-own", Paper.decision());

    JsonNode latest = housing.reads(list).json().path(0);
    assertThat(latest.path("messageId").asString()).isEqualTo(receipt.messageId());
    assertThat(latest.path("key").asString()).isEqualTo("a-key-of-its-own");
    assertThat(latest.path("digest").asString())
        .isEqualTo(receipt.json().path("digest").asString());
    assertThat(gateway.operator().reads(list).json().path(0).path("messageId"))
        .isEqualTo(latest.path("messageId"));
    assertThat(gateway.desk("city-management").reads(list).json()).isEmpty();
  }

  private static ObjectNode withoutCorrelation(Reply reply) {
    ObjectNode problem = (ObjectNode) reply.json();
    assertThat(problem.remove("correlationId")).isNotNull();
    return problem;
  }

  private void delivered(Reply receipt) {
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("credit")).isEqualTo("DELIVERED"));
  }
}
