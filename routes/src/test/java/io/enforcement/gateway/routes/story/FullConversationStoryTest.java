package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A sender that names one number in all its records: on a gateway whose conversations are small.
 */
class FullConversationStoryTest {

  private static StoryGateway gateway;
  private static Operator operator;

  @BeforeAll
  static void start() {
    gateway =
        StoryGateway.with(
            site ->
                Map.of(
                    "gateway.conversations.most-documents", 3,
                    "gateway.conversations.most-bytes", "12KB",
                    "gateway.conversations.most-shared", 2));
    operator = gateway.operator();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void whatNamesAFullConversationWaitsForAPerson() {
    String letter = "示环移字〔2026〕" + number() + "号";
    Reply opening = sends(transfer(letter));
    RecordPaper receipt = receipt(letter);
    Reply first = sends(receipt);
    sends(receipt(letter));
    gateway.eventually(() -> assertThat(messages(opening)).hasSize(3));

    Reply further = sends(receipt(letter));

    String full = conversation(opening);
    gateway.eventually(() -> assertThat(waitingFor(full)).hasSize(1));
    JsonNode waiting = waitingFor(full).get(0);
    assertThat(waiting.path("asks").asString()).isEqualTo("FULL");
    assertThat(waiting.path("why").path("zh").asString()).contains("上限");
    assertThat(waiting.path("why").path("en").asString()).contains("as many documents");

    // What it has already may still be corrected.
    Reply corrected = sends(receipt.revised(2, Map.of()));
    gateway.eventually(
        () ->
            assertThat(messages(opening))
                .contains(corrected.messageId())
                .doesNotContain(first.messageId(), further.messageId())
                .hasSize(3));

    String choice = "/api/v1/unclear-records/" + waiting.path("recordId").asString();
    assertThat(operator.posts(choice + "?conversation=" + full).status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(messages(opening)).contains(further.messageId()).hasSize(4));
    assertThat(waitingFor(full)).isEmpty();
  }

  @Test
  void whatNamesAConversationOfLongRecordsWaitsForAPerson() {
    String letter = "示环移字〔2026〕" + number() + "号";
    Reply opening = sends(transfer(letter).with("crimeFacts", "污染环境。".repeat(900)));
    gateway.eventually(() -> assertThat(messages(opening)).hasSize(1));

    sends(receipt(letter));

    String full = conversation(opening);
    gateway.eventually(() -> assertThat(waitingFor(full)).hasSize(1));
    assertThat(waitingFor(full).get(0).path("asks").asString()).isEqualTo("FULL");
    assertThat(messages(opening)).hasSize(1);
  }

  @Test
  void whatManyConversationsShareANumberWithJoinsNoneByItself() {
    Map<String, String> caseReference =
        Map.of("caseNumber", "示环立字〔2026〕" + number() + "号", "filingDate", "2026-06-02");
    List<Reply> transfers =
        List.of(
            sends(transfer().with("caseReference", caseReference)),
            sends(transfer().with("caseReference", caseReference)),
            sends(transfer().with("caseReference", caseReference)));
    transfers.forEach(sent -> gateway.eventually(() -> assertThat(messages(sent)).hasSize(1)));

    Reply decision =
        sends(
            unique(RecordPaper.of("PenaltyDecision", "sole-trader"))
                .with(
                    "body",
                    Map.of(
                        "name", "安平区生态环境分局", "uscc", "11640106MB1GXEA17A", "areaNumber", "640106"))
                .with("punishFileNum", "示环罚〔2026〕" + number() + "号")
                .with("caseReference", caseReference));

    String meant = conversation(transfers.get(1));
    gateway.eventually(() -> assertThat(waitingFor(meant)).hasSize(1));
    JsonNode waiting = waitingFor(meant).get(0);
    assertThat(waiting.path("asks").asString()).isEqualTo("CONVERSATION");
    assertThat(waiting.path("candidates")).hasSize(3);
    String choice = "/api/v1/unclear-records/" + waiting.path("recordId").asString();
    assertThat(operator.posts(choice + "?conversation=" + meant).status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(messages(transfers.get(1))).contains(decision.messageId()).hasSize(2));
    assertThat(messages(transfers.get(0))).hasSize(1);
  }

  private static RecordPaper transfer() {
    return transfer("示环移字〔2026〕" + number() + "号");
  }

  private static RecordPaper transfer(String letter) {
    return unique(RecordPaper.of("CrimeTransfer", "after-advice"))
        .with("letterNumber", letter)
        .with("caseReference", Map.of("caseNumber", "示环立字〔2026〕" + number() + "号"))
        .without("advice");
  }

  private static RecordPaper receipt(String letter) {
    return unique(RecordPaper.of("CrimeTransferReceipt", "environment"))
        .with("letterNumber", "示公(环)受字〔2026〕" + number() + "号")
        .with("policeCaseNumber", "安公(环)受案〔2026〕" + number() + "号")
        .with("acceptedAt", "2026-05-14T15:00:00+08:00")
        .with(
            "transfer",
            Map.of(
                "letterNumber",
                letter,
                "sender",
                Map.of("kind", "1", "name", "安平区生态环境分局", "uscc", "11640106MB1GXEA17A")));
  }

  private static RecordPaper unique(RecordPaper record) {
    return record.with("recordUniqueIdentity", "story-" + UUID.randomUUID());
  }

  private static Reply sends(RecordPaper record) {
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", record.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static String conversation(Reply sent) {
    return list(operator.reads("/api/v1/conversations?message=" + sent.messageId())).stream()
        .filter(c -> c.path("kind").asString().equals("crime-transfer"))
        .map(c -> c.path("id").asString())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no conversation"));
  }

  /** The messages of its documents. */
  private static List<String> messages(Reply opening) {
    JsonNode whole = operator.reads("/api/v1/conversations/" + conversation(opening)).json();
    return StreamSupport.stream(whole.path("documents").spliterator(), false)
        .map(d -> d.path("messageId").asString())
        .toList();
  }

  private static List<JsonNode> waitingFor(String conversation) {
    return list(operator.reads("/api/v1/unclear-records")).stream()
        .filter(each -> each.path("candidates").toString().contains(conversation))
        .toList();
  }

  private static List<JsonNode> list(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }

  private static int number() {
    return Math.abs(UUID.randomUUID().hashCode());
  }
}
