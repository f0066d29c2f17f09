package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
      site.writeSecret("duty-desk", "invented-secret-of-duty-desk-for-the-stories");
      Map<String, Object> settings =
          StorySite.morePartners()
              .with("duty-desk", SitePartners.rest(site.registry().port()))
              .settings();
      settings.put("gateway.movable-clock", true);
      return settings;
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
  void whoIsLateAndTheDutyDeskAreTold() {
    String number = Integer.toString(number());
    Reply sent =
        sends(
            RecordPaper.of("AssistRequest", "documents")
                .with("letterNumber", "示协查〔2026〕" + number + "号")
                .with(
                    "addressee",
                    Map.of("kind", "1", "name", "云岭市城市管理局", "uscc", StorySite.CITY_USCC))
                .without("limit"));

    gateway.eventually(() -> assertThat(deadlines("OPEN", sent)).containsExactly("B08 OPEN"));
    gateway.operator().posts("/api/v1/clock?forward=P30D");

    gateway.eventually(
        () ->
            assertThat(gateway.registry().effects())
                .extracting(RestReceiver.Effect::body)
                .anyMatch(body -> body.contains("\"messageKey\"") && body.contains(number)));
    gateway.eventually(
        () ->
            assertThat(documents(gateway.city().folder("in")))
                .anyMatch(text -> text.contains("履职提示单") && text.contains(number)));
    assertThat(
            gateway
                .part(MeterRegistry.class)
                .get("gateway.deadlines.overdue")
                .tag("rule", "B08")
                .counter()
                .count())
        .isPositive();
  }

  private static List<String> documents(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
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

  private static Reply sends(RecordPaper record) {
    RecordPaper unique = record.with("recordUniqueIdentity", "story-" + UUID.randomUUID());
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", unique.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
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
