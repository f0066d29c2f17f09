package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.connectors.jms.PartnerBroker.Found;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions and receipts over the queues of a partner's own broker, by both protocols. */
@Story
class PartnerBrokerStoryTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StoryGateway gateway;

  PartnerBrokerStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  /** Who has queues on the broker, and how the gateway speaks with it. */
  enum Partner {
    BAILIFF_OVER_CORE("bailiff", Paper.BAILIFF),
    REGISTRAR_OVER_AMQP("registrar", Paper.REGISTRAR);

    private final String id;
    private final String region;

    Partner(String id, String region) {
      this.id = id;
      this.region = region;
    }

    private String queue(String name) {
      return id + "." + name;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionOnItsQueueGoesTheWayOfAllDecisionsAndIsReceipted(Partner partner) {
    String key = key();

    puts(partner, key, Paper.decision());

    JsonNode receipt = receiptFor(partner, key);
    assertThat(receipt.path("结果").asString()).isEqualTo("全部接收");
    String id = receipt.path("报文编号").asString();
    gateway.eventually(
        () -> {
          MessageStatus status = gateway.operator().looksUp(id);
          assertThat(status.delivery("publicity")).isEqualTo("DELIVERED");
          assertThat(status.delivery("credit")).isEqualTo("DELIVERED");
          assertThat(status.trail(partner.id)).containsExactly("ATTEMPTING", "DELIVERED");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionThatBreaksARuleIsRefusedAndTheReceiptSaysWhy(Partner partner) {
    String key = key();

    puts(partner, key, Paper.decision().penalised("训诫"));

    JsonNode receipt = receiptFor(partner, key);
    assertThat(receipt.path("结果").asString()).isEqualTo("未接收");
    assertThat(receipt.path("退回明细").get(0).path("规则").asString()).isEqualTo("mapping.code");
    assertThat(receipt.path("退回明细").get(0).path("处理办法").asString()).isNotBlank();
    assertThat(gateway.operator().looksUp(receipt.path("报文编号").asString()).state())
        .isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @EnumSource
  void aRepetitionIsOneMessageAndOtherContentUnderItsKeyIsPutAside(Partner partner)
      throws JMSException {
    String key = key();
    Paper decision = Paper.decision();
    puts(partner, key, decision);
    receiptFor(partner, key);
    Books.Stored before = gateway.books().stored();

    puts(partner, key, decision);
    puts(partner, key, Paper.decision());

    List<Found> aside = new ArrayList<>();
    gateway.eventually(
        () -> {
          aside.addAll(gateway.partnerBroker().take(partner.queue("aside")));
          assertThat(aside)
              .extracting(Found::key, Found::queue, Found::reason)
              .containsExactly(tuple(key, partner.queue("decisions"), "the key came before"));
        });
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(gateway.partnerBroker().take(partner.queue("receipts"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionIsPutOnItsQueueUnderTheDeliverysKey(Partner partner) throws JMSException {
    Paper decision = Paper.decision().restricted().in(partner.region);

    Reply receipt = gateway.housing().sends(decision);

    gateway.eventually(
        () -> assertThat(trail(receipt, partner)).containsExactly("ATTEMPTING", "DELIVERED"));
    assertThat(gateway.partnerBroker().take(partner.queue("penalties")))
        .satisfiesExactly(
            found -> {
              assertThat(found.key()).isEqualTo(key(receipt, partner));
              assertThat(found.type()).isEqualTo("application/json");
              assertThat(found.body()).contains(decision.number());
            });
  }

  @ParameterizedTest
  @EnumSource
  void bothDirectionsWaitWhileTheBrokerIsDown(Partner partner) throws JMSException {
    gateway.partnerBroker().stop();
    Reply receipt = gateway.housing().sends(Paper.decision().restricted().in(partner.region));
    gateway.eventually(() -> assertThat(trail(receipt, partner)).contains("RETRY_AT"));

    gateway.partnerBroker().start();

    arrivesOnce(receipt, partner);
    assertThat(trail(receipt, partner)).doesNotContain("PARKED");
    String key = key();
    puts(partner, key, Paper.decision());
    assertThat(receiptFor(partner, key).path("结果").asString()).isEqualTo("全部接收");
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionIsParkedAfterTheLastRungAndArrivesWhenAnOperatorReplaysIt(Partner partner)
      throws JMSException {
    gateway.partnerBroker().stop();
    Reply receipt = gateway.housing().sends(Paper.decision().restricted().in(partner.region));
    gateway.eventually(() -> assertThat(trail(receipt, partner)).endsWith("PARKED"));
    gateway.partnerBroker().start();

    Reply replay = gateway.operator().replays(receipt.messageId(), partner.id);

    assertThat(replay.status()).isEqualTo(202);
    arrivesOnce(receipt, partner);
    assertThat(trail(receipt, partner)).endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED");
  }

  private void puts(Partner partner, String key, Paper decision) {
    gateway.partnerBroker().putText(partner.queue("decisions"), key, decision.text());
  }

  /** Takes receipts until it is this one's; those of other stories are of no account. */
  private JsonNode receiptFor(Partner partner, String key) {
    List<JsonNode> receipts = new ArrayList<>();
    gateway.eventually(
        () -> {
          gateway
              .partnerBroker()
              .take(partner.queue("receipts"))
              .forEach(found -> receipts.add(JSON.readTree(found.body())));
          assertThat(receipts).anyMatch(r -> r.path("文件名").asString("").equals(key));
        });
    return receipts.stream()
        .filter(r -> r.path("文件名").asString("").equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void arrivesOnce(Reply receipt, Partner partner) throws JMSException {
    gateway.eventually(() -> assertThat(trail(receipt, partner)).endsWith("DELIVERED"));
    assertThat(gateway.partnerBroker().take(partner.queue("penalties")))
        .extracting(Found::key)
        .containsExactly(key(receipt, partner));
  }

  private List<String> trail(Reply receipt, Partner partner) {
    return gateway.housing().looksUp(receipt).trail(partner.id);
  }

  private String key(Reply receipt, Partner partner) {
    return gateway.housing().looksUp(receipt).key(partner.id);
  }

  private static String key() {
    return "story-" + UUID.randomUUID();
  }
}
