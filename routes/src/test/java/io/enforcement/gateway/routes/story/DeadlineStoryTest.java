package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
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

  @Test
  void aFindingThatSomebodyHasLookedAtIsClosedWithAReason(@TempDir Path folder) throws IOException {
    Reply late = sends(fine("JC-640104-" + number(), number(), "11640104MB1GXDM29U"));
    gateway.eventually(() -> assertThat(finding("U03", late)).isNotNull());
    String id = finding("U03", late).path("id").asString();
    String closing = "/api/v1/findings/" + id + "/closing";
    Operator auditor = gateway.person("story-auditor-of-findings", Role.AUDITOR);

    assertThat(closes(auditor, closing, "已核对").status()).isEqualTo(403);
    assertThat(closes(gateway.operator(), closing, " ").status()).isEqualTo(422);
    Path token = folder.resolve("token");
    Files.writeString(token, gateway.token("duty-closer", Role.REVIEWER));
    StringWriter out = new StringWriter();
    assertThat(close(token, id, out)).as(out.toString()).isZero();

    assertThat(findings("?duty=U03", late)).isEmpty();
    JsonNode closed = findings("?duty=U03&closed=true", late).get(0);
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.path("closedReason").asString()).isEqualTo("平台公示日期有误，已更正");
    assertThat(gateway.operator().looksUp(late.messageId()).actor("FINDING_CLOSED"))
        .isEqualTo("duty-closer");
    assertThat(closes(gateway.operator(), closing, "再次").status()).isEqualTo(404);
  }

  private static int close(Path token, String id, StringWriter out) {
    return new CommandLine(new EnforcementGateway())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(
            "deadlines",
            "close",
            id,
            "--reason",
            "平台公示日期有误，已更正",
            "--url",
            gateway.base().toString(),
            "--token-file",
            token.toString());
  }

  private static Reply closes(Operator person, String closing, String reason) {
    return person.posts(
        closing,
        "application/json",
        ("{\"reason\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8));
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
    return findings("?duty=" + duty, sent).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of " + duty));
  }

  private static List<JsonNode> findings(String query, Reply sent) {
    List<String> conversations = conversations(sent);
    return list(gateway.operator().reads("/api/v1/findings" + query)).stream()
        .filter(each -> conversations.contains(each.path("conversation").asString()))
        .toList();
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
