package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * Duties U01 to U09, from the documents to the notice that the supervision platform holds: a
 * gateway of its own, because its clock is moved and its registers say who may do what. It begins
 * some months ago, so that it stays in years whose calendar is known.
 */
class FindingStoryTest {

  private static final Instant JULY = Instant.parse("2026-07-20T00:00:00Z");

  /** Two bodies, of which the second does not exercise the item of the first. */
  private static final String BODY = "11640104MB1GXDM29U";

  private static final String OTHER_BODY = "11640106MB1GXEA17A";
  private static final String ITEM = "01020304050608";

  /** What a notice says: it is late, or it may be that something is wrong. */
  private static final String LATE = "-02";

  private static final String DOUBT = "-03";

  private static StoryGateway gateway;

  /** The platform's own: each POST that it has taken. */
  private static RestReceiver supervision;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(FindingStoryTest::supervised);
  }

  private static Map<String, Object> supervised(StorySite site) {
    try {
      Files.writeString(
          site.home().resolve("clock-ahead"), "-" + Duration.between(JULY, Instant.now()));
      Path registers = Files.createDirectories(site.home().resolve("reference"));
      RecordPaper item = RecordPaper.of("EnforcementItem", "penalty");
      Files.write(registers.resolve("EnforcementItem-one.json"), item.json());
      Files.write(registers.resolve("EnforcementItem-other.json"), itemOfAnother(item).json());
      supervision = new RestReceiver();
      site.writeSecret("supervision", "invented-secret-of-supervision-for-the-stories");
      Map<String, Object> settings =
          StorySite.morePartners()
              .with("supervision", SitePartners.rest(supervision.port()), Map.of("region", "64"))
              .settings();
      settings.put("gateway.movable-clock", true);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordPaper itemOfAnother(RecordPaper item) {
    Map<String, Object> body = body(OTHER_BODY);
    return item.with("recordUniqueIdentity", "story-item-of-another")
        .with("body", body)
        .with("taskCode", OTHER_BODY + "4640202012000")
        .with("superviseItemCode", "01020304050601")
        .with("itemSubjects", List.of(Map.of("body", body, "entrusted", false)));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    supervision.close();
  }

  @Test
  void u01OneOfficerOnlyIsTold() {
    Reply sent =
        sends(fine().with("officers", List.of(Map.of("name", "示例甲", "certNo", "640104011"))));

    isTold("U01", "U01a", sent, "P1D", DOUBT);
  }

  @Test
  void u01ACorrectionTakesTheDoubtAway() {
    RecordPaper alone =
        fine().with("officers", List.of(Map.of("name", "示例甲", "certNo", "640104011")));
    Reply sent = sends(alone);
    gateway.eventually(() -> assertThat(rules(sent, "duty-doubt")).containsExactly("U01a"));

    Reply corrected =
        sends(
            alone.revised(
                2,
                Map.of(
                    "officers",
                    List.of(
                        Map.of("name", "示例甲", "certNo", "640104011"),
                        Map.of("name", "示例乙", "certNo", "640104012")))));

    gateway.eventually(() -> assertThat(rules(corrected, "duty-doubt")).isEmpty());
    assertThat(conversation(corrected, "duty-doubt").path("state").asString()).isEqualTo("SOUND");
  }

  @Test
  void u02AMajorDecisionWithoutLegalReviewIsTold() {
    Reply sent = sends(fine().with("majorCase", true));

    isTold("U02", "U02", sent, "P10D", DOUBT);
    isTold("U02", "U02a", sent, "PT1S", DOUBT);
  }

  @Test
  void u03APublicationThatCameTooLateIsTold() {
    Reply sent = sends(fine(30));

    isTold("U03", "P11a", sent, "PT1S", LATE);
    // The platform took it in the moved time, not before it was decided.
    assertThat(finding("U03", "P11a", sent).path("state").asString()).isEqualTo("LATE");
  }

  /** An office that brings its archive sets off no storm. */
  @Test
  void whatIsFoundLongAfterwardsIsOnTheListAndToldToNobody() {
    Reply archive = sends(fine(160));
    gateway.eventually(() -> assertThat(finding("U03", "P11a", archive)).isNotNull());

    Reply later = sends(fine(30));

    // The earlier end is told first, if it is.
    isTold("U03", "P11a", later, "PT1S", LATE);
    String id = finding("U03", "P11a", archive).path("id").asString();
    assertThat(supervision.effects())
        .extracting(RestReceiver.Effect::body)
        .noneMatch(body -> body.contains(id));
  }

  @Test
  void u04AFeedbackThatCameTooLateIsTold() {
    String clue = "XS-" + number();
    sends(
        RecordPaper.of("ClueTransfer", "sampling-failed")
            .without("limit", "attachments")
            .with("clueNumber", clue)
            .with("letterNumber", "示建线移〔2026〕" + number() + "号")
            .with("occurredDate", day(35))
            .with("foundDate", day(31))
            .with("sentDate", day(30)));
    Reply sent =
        sends(
            RecordPaper.of("FilingFeedback", "filed")
                .without("caseNumber")
                .with("clueNumber", clue)
                .with("clueReceivedDate", day(30))
                .with("decidedDate", day(20))
                .with("feedbackDate", day(1)));

    isTold("U04", "B03", sent, "PT1S", LATE);
  }

  @Test
  void u05ASuspectedCrimeThatNobodyTransfersIsTold() {
    Reply sent = sends(fine().with("suspectedCrime", true));

    isTold("U05", "U05", sent, "P10D", DOUBT);
  }

  @Test
  void u06ARecordingThatWasStoredTooLateIsTold() {
    Reply sent =
        sends(
            RecordPaper.of("RecordingIndex", "inspection")
                .with("recordingNumber", "YX-" + number())
                .with("caseReference", caseReference())
                .with("startedAt", day(6) + "T14:02:10+08:00")
                .with("endedAt", day(6) + "T14:39:50+08:00")
                .with("storedAt", day(2) + "T18:20:00+08:00"));

    isTold("U06", "P16", sent, "PT1S", DOUBT);
  }

  @Test
  void u07AnItemThatTheBodyDoesNotExerciseIsTold() {
    Map<String, Object> named = caseReference();
    Reply sent =
        sends(
            fine()
                .with("body", body(OTHER_BODY))
                .with(
                    "caseReference",
                    Map.of(
                        "caseNumber",
                        named.get("caseNumber"),
                        "filingDate",
                        named.get("filingDate"),
                        "superviseItemCode",
                        ITEM)));

    isTold("U07", "U07a", sent, "P1D", DOUBT);
  }

  @Test
  void u08WhatIsFinedTwiceIsTold() {
    String inspection = "JC-640104-" + number();
    sends(fine().with("caseReference", caseReference(inspection)));
    Reply again =
        sends(
            fine().with("body", body(OTHER_BODY)).with("caseReference", caseReference(inspection)));

    isTold("U08", "U08", again, "P1D", DOUBT);
    assertThat(finding("U08", "U08", again).path("ownerUscc").asString()).isEqualTo(OTHER_BODY);
  }

  @Test
  void u08WhatSeveralBodiesInspectIsTold() {
    String company = "91640104MA7GXDM18J";
    sends(inspection(company, BODY));
    Reply again = sends(inspection(company, OTHER_BODY));

    isTold("U08", "U08a", again, "P1D", DOUBT);
  }

  @Test
  void u09ASeizurePastItsEndIsTold() {
    Reply sent =
        sends(
            RecordPaper.of("CoercionMeasure", "seizure-on-the-spot")
                .without("disposal", "disposalDate", "liftedDate", "result", "endDate")
                .with("forceActionCode", "QZ-" + number())
                .with("mandatoryDecisionNumber", "示市监强措字〔2026〕第" + number() + "号")
                .with("caseReference", caseReference())
                .with("decisionDate", day(40))
                .with("mandatoryDecisionSevDate", day(40))
                .with("startDate", day(40))
                .with("implementedAt", day(40) + "T09:30:00+08:00")
                .with("reportedAt", day(40) + "T11:00:00+08:00")
                .with("approvedAt", day(40) + "T15:20:00+08:00"));

    isTold("U09", "P14a", sent, "PT1S", LATE);
  }

  @Test
  void aFindingThatSomebodyHasLookedAtIsClosedWithAReason(@TempDir Path folder) throws IOException {
    Reply late = sends(fine(30));
    gateway.eventually(() -> assertThat(finding("U03", "P11a", late)).isNotNull());
    String id = finding("U03", "P11a", late).path("id").asString();
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

  /**
   * It is on the board, and the platform has the notice of it.
   *
   * @param after so much later
   */
  private static void isTold(String duty, String rule, Reply sent, String after, String kind) {
    gateway.eventually(() -> assertThat(allRules(sent)).contains(rule));
    assertThat(gateway.operator().posts("/api/v1/clock?forward=" + after).status()).isEqualTo(200);

    gateway.eventually(
        () -> {
          String notice = finding(duty, rule, sent).path("id").asString() + kind;
          assertThat(supervision.effects())
              .extracting(RestReceiver.Effect::body)
              .anyMatch(
                  body -> body.contains("\"" + notice + "\"") && body.contains("\"" + rule + "\""));
        });
  }

  private static RecordPaper fine() {
    return fine(1);
  }

  /** Decided so many days ago. */
  private static RecordPaper fine(int days) {
    return RecordPaper.of("PenaltyDecision", "sole-trader")
        .with("body", body(BODY))
        .with("punishFileNum", "示综执罚决字〔2026〕" + number() + "号")
        .with("punishSetDate", day(days))
        .with("violationEndDate", day(days))
        .with("caseReference", caseReference(days))
        .without("publishUntil");
  }

  private static RecordPaper inspection(String company, String body) {
    return RecordPaper.of("Inspection", "random-no-problem")
        .without("jointBodies", "checkFileNum")
        .with("body", body(body))
        .with("superviseItemCheckIcode", body + "4640602003000")
        .with("checkActionCode", "JC-" + number())
        .with("checkDate", day(1) + "T09:30:00+08:00")
        .with("checkEndDate", day(1) + "T11:05:00+08:00")
        .with(
            "parties",
            List.of(
                Map.of(
                    "no",
                    1,
                    "kind",
                    "2",
                    "name",
                    "示例甲建材有限公司",
                    "selfEmployed",
                    false,
                    "uscc",
                    company)));
  }

  private static Map<String, Object> body(String uscc) {
    return Map.of("name", "示例机关", "uscc", uscc, "areaNumber", "640104");
  }

  private static Map<String, Object> caseReference() {
    return caseReference(1);
  }

  /** Of a case that was filed so many days ago. */
  private static Map<String, Object> caseReference(int days) {
    return Map.of("caseNumber", "示立字〔2026〕" + number(), "filingDate", day(days));
  }

  private static Map<String, Object> caseReference(String inspection) {
    return Map.of(
        "caseNumber", "示立字〔2026〕" + number(), "filingDate", day(1), "checkActionCode", inspection);
  }

  /** So many days before the gateway's time. */
  private static String day(int before) {
    String now = gateway.operator().reads("/api/v1/clock").json().path("now").asString();
    return OffsetDateTime.parse(now).toLocalDate().minusDays(before).toString();
  }

  private static Reply sends(RecordPaper record) {
    RecordPaper unique =
        record.text("revision").equals("1")
            ? record.with("recordUniqueIdentity", "story-" + UUID.randomUUID())
            : record;
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", unique.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static JsonNode finding(String duty, String rule, Reply sent) {
    return findings("?duty=" + duty, sent).stream()
        .filter(found -> found.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of " + duty + " by " + rule));
  }

  private static List<JsonNode> findings(String query, Reply sent) {
    List<String> conversations =
        conversations(sent).stream().map(c -> c.path("id").asString()).toList();
    return list(gateway.operator().reads("/api/v1/findings" + query)).stream()
        .filter(each -> conversations.contains(each.path("conversation").asString()))
        .toList();
  }

  private static List<String> allRules(Reply sent) {
    return conversations(sent).stream().flatMap(c -> rules(c).stream()).toList();
  }

  private static List<String> rules(Reply sent, String kind) {
    return rules(conversation(sent, kind));
  }

  private static List<String> rules(JsonNode conversation) {
    String id = conversation.path("id").asString();
    JsonNode whole = gateway.operator().reads("/api/v1/conversations/" + id).json();
    return StreamSupport.stream(whole.path("deadlines").spliterator(), false)
        .map(deadline -> deadline.path("rule").asString())
        .toList();
  }

  private static JsonNode conversation(Reply sent, String kind) {
    return conversations(sent).stream()
        .filter(c -> c.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind));
  }

  private static List<JsonNode> conversations(Reply sent) {
    return list(gateway.operator().reads("/api/v1/conversations?message=" + sent.messageId()));
  }

  private static List<JsonNode> list(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }

  private static int number() {
    return Math.abs(UUID.randomUUID().hashCode());
  }
}
