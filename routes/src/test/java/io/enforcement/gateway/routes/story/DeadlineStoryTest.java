package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * Time passes: a gateway of its own, because its clock is moved. It begins some months ago, so that
 * it stays in years whose calendar is known.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlineStoryTest {

  private static final Instant JULY = Instant.parse("2026-07-20T00:00:00Z");

  private static StoryGateway gateway;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(DeadlineStoryTest::movable);
  }

  private static Map<String, Object> movable(StorySite site) {
    try {
      Files.writeString(
          site.home().resolve("clock-ahead"), "-" + Duration.between(JULY, Instant.now()));
      return Map.of("gateway.movable-clock", true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    assertThat(later.status()).isEqualTo(200);

    gateway.eventually(() -> assertThat(deadlines("OPEN", sent)).containsExactly("B08 DOUBTFUL"));
    String deadline =
        list(gateway.operator().reads("/api/v1/deadlines?rule=B08")).stream()
            .filter(each -> conversations(sent).contains(each.path("conversation").asString()))
            .map(each -> each.path("id").asString())
            .findFirst()
            .orElseThrow();
    gateway.eventually(() -> assertThat(notices()).contains(deadline + "-03"));
  }

  @Test
  void whatIsFinedTwiceIsAFindingAndLeavesAsANotice() {
    String inspection = "JC-640104-" + number();
    sends(fine(inspection, number(), "11640104MB1GXDM29U"));
    Reply again = sends(fine(inspection, number(), "11640106MB1GXEA17A"));
    gateway.eventually(() -> assertThat(deadlines("OPEN", again)).contains("U08 OPEN"));

    gateway.operator().posts("/api/v1/clock?forward=P1D");

    gateway.eventually(
        () -> {
          JsonNode finding = finding("U08", again);
          assertThat(finding.path("state").asString()).isEqualTo("DOUBTFUL");
          assertThat(finding.path("ownerUscc").asString()).isEqualTo("11640106MB1GXEA17A");
          assertThat(notices()).contains(finding.path("id").asString() + "-03");
        });
  }

  @Test
  void whatIsFoundPublishedTooLateIsTold() {
    gateway.operator().posts("/api/v1/clock?forward=P60D");

    Reply late = sends(fine("JC-640104-" + number(), number(), "11640104MB1GXDM29U"));

    gateway.eventually(
        () -> {
          JsonNode finding = finding("U03", late);
          assertThat(finding.path("rule").asString()).isEqualTo("P11a");
          // The platform took it in the moved time, not before it was decided.
          assertThat(finding.path("state").asString()).isEqualTo("LATE");
          assertThat(notices()).contains(finding.path("id").asString() + "-02");
        });
  }

  /** The last: from then on no end of working days is sure. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aYearWithoutACalendarIsToldOnce() {
    gateway.operator().posts("/api/v1/clock?to=2027-06-01T00:00:00%2B08:00");
    Reply sent =
        sends(
            RecordPaper.of("AssistRequest", "documents")
                .with("letterNumber", "示协查〔2027〕" + number() + "号")
                .without("limit"));

    gateway.eventually(() -> assertThat(deadlines("OPEN", sent)).containsExactly("B08 OPEN"));
    // Calendars are looked for once a minute.
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(notices())
                    .filteredOn(key -> key.startsWith("calendar-2027-"))
                    .hasSize(1));
  }

  /** Decided thirty days before the gateway's time. */
  private static RecordPaper fine(String inspection, int number, String body) {
    String today =
        gateway.operator().reads("/api/v1/clock").json().path("now").asString().substring(0, 10);
    String decided = LocalDate.parse(today).minusDays(30).toString();
    return RecordPaper.of("PenaltyDecision", "sole-trader")
        .with("body", Map.of("name", "示例机关", "uscc", body, "areaNumber", "640104"))
        .with("punishFileNum", "示综执罚决字〔2026〕" + number + "号")
        .with("punishSetDate", decided)
        .with("violationEndDate", decided)
        .without("publishUntil")
        .with(
            "caseReference",
            Map.of(
                "caseNumber",
                "示立字〔2026〕" + number,
                "checkActionCode",
                inspection,
                "filingDate",
                decided));
  }

  private static Reply sends(RecordPaper record) {
    RecordPaper unique = record.with("recordUniqueIdentity", "story-" + UUID.randomUUID());
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", unique.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static JsonNode finding(String duty, Reply sent) {
    List<String> conversations = conversations(sent);
    return list(gateway.operator().reads("/api/v1/findings?duty=" + duty)).stream()
        .filter(each -> conversations.contains(each.path("conversation").asString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of " + duty));
  }

  private static List<String> notices() {
    return list(gateway.operator().reads("/api/v1/messages?partner=gateway&exchange=record"))
        .stream()
        .map(notice -> notice.path("key").asString())
        .toList();
  }

  private static int number() {
    return Math.abs(UUID.randomUUID().hashCode());
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
    List<String> conversations = conversations(sent);
    return list(gateway.operator().reads("/api/v1/deadlines?state=" + state)).stream()
        .filter(d -> conversations.contains(d.path("conversation").asString()))
        .map(d -> d.path("rule").asString() + " " + d.path("state").asString())
        .toList();
  }

  private static List<String> conversations(Reply sent) {
    return list(gateway.operator().reads("/api/v1/conversations?message=" + sent.messageId()))
        .stream()
        .map(c -> c.path("id").asString())
        .toList();
  }

  private static List<JsonNode> list(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }
}
