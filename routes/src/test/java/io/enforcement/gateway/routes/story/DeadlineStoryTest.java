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

/** Time passes: a gateway of its own, because its clock is moved. */
class DeadlineStoryTest {

  private static StoryGateway gateway;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(site -> Map.of("gateway.movable-clock", true));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void whatNobodyAnswersIsOverdueAndLeavesAsANotice() {
    Desk region = gateway.desk("region");
    String letter = "示协查〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    RecordPaper request =
        RecordPaper.of("AssistRequest", "documents")
            .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
            .with("letterNumber", letter)
            .without("limit");

    Reply sent =
        region.posts("record", "story-" + UUID.randomUUID(), "application/xml", request.xml());
    gateway.eventually(() -> assertThat(deadlines("OPEN", sent)).containsExactly("B08 OPEN"));
    Reply later = gateway.operator().posts("/api/v1/clock?forward=P60D");
    assertThat(later.json().path("ahead").asString()).startsWith("PT14");

    gateway.eventually(() -> assertThat(deadlines("OPEN", sent)).containsExactly("B08 OVERDUE"));
    gateway.eventually(
        () -> {
          List<JsonNode> notices =
              list(gateway.operator().reads("/api/v1/messages?partner=gateway&exchange=record"));
          assertThat(notices).hasSizeBetween(1, 2);
        });
  }

  @Test
  void timeIsNeverTakenBack() {
    Reply back = gateway.operator().posts("/api/v1/clock?to=2020-01-01T00:00:00%2B08:00");
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.json().toString()).contains("clock.forward");

    Reply both = gateway.operator().posts("/api/v1/clock");
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.json().toString()).contains("clock.one-of-two");
  }

  private static List<String> deadlines(String state, Reply sent) {
    List<String> conversations =
        list(gateway.operator().reads("/api/v1/conversations?message=" + sent.messageId())).stream()
            .map(c -> c.path("id").asString())
            .toList();
    return list(gateway.operator().reads("/api/v1/deadlines?state=" + state)).stream()
        .filter(d -> conversations.contains(d.path("conversation").asString()))
        .map(d -> d.path("rule").asString() + " " + d.path("state").asString())
        .toList();
  }

  private static List<JsonNode> list(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }
}
