package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.AnswerOutcome;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.ConnectionCallback;
import tools.jackson.databind.JsonNode;

/**
 * A partner asks, with purpose and legal basis, and is answered at once from what other partners
 * sent; every answer can be accounted for later; and however slow or many queries are, what is sent
 * goes its way.
 */
@Timeout(300)
class QueryStoryTest {

  private static final String JSON = "application/json";
  private static final String XML = "application/xml";
  private static final int AT_ONCE = 2;
  private static final int WAITING = 3;

  private static StoryGateway gateway;
  private static Desk bureau;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(QueryStoryTest::settings);
    bureau = gateway.desk("bureau");
  }

  private static Map<String, Object> settings(StorySite site) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String partner : List.of("bureau", "counter")) {
      site.installFolder(partner);
      site.writeSecret(partner, "invented-secret-of-" + partner + "-for-the-stories");
      settings.put("gateway.partners." + partner + ".active", "true");
    }
    settings.put("gateway.queries.timeout", "PT2S");
    settings.put("gateway.queries.waiting", WAITING);
    settings.put("gateway.queries.per-second", 100);
    settings.put("gateway.queries.body.name", "云岭市人民政府行政执法协调监督局");
    settings.put("gateway.queries.body.uscc", "11640104MB1GXE523M");
    settings.put("gateway.queries.body.area-number", "640104");
    return settings;
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
  }

  @Test
  void anOfficersCertificateIsValidThenSuspendedAndAnotherIsUnknown() {
    RecordPaper officer = RecordPaper.of("Officer", "valid");
    accepted(officer);

    JsonNode valid = answer(officer("640104011")).path("officerAnswers").get(0);
    assertThat(valid.path("certStatus").asString()).isEqualTo("01");
    assertThat(valid.path("name").asString()).isEqualTo("示例甲");
    assertThat(valid.has("idCertificate")).isFalse();

    accepted(
        officer.revised(
            2,
            Map.of(
                "certStatus", "02",
                "certStatusDate", RecordPaper.daysFromNow(-3),
                "suspendedUntil", RecordPaper.daysFromNow(30))));

    assertThat(statusOn(0)).isEqualTo("02");
    assertThat(statusOn(-10)).isEqualTo("01");
    assertThat(statusOn(40)).isEqualTo("01");
    assertNotFound(officer("640104999"));
    assertNotFound(officer(Map.of("certNo", "640104011", "name", "示例癸")));
  }

  private static String statusOn(int day) {
    Map<String, Object> key =
        Map.of("certNo", "640104011", "name", "示例甲", "onDay", RecordPaper.daysFromNow(day));
    return answer(officer(key)).path("officerAnswers").get(0).path("certStatus").asString();
  }

  @Test
  void anItemIsHeldByTheTownshipThatTookItOver() {
    accepted(RecordPaper.of("EnforcementItem", "penalty"));
    RecordPaper query = query("item-holder").without("caseNumber");

    Reply reply = bureau.asks(XML, query.xml());

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith(XML);
    Answer answer = (Answer) StandardXml.read(reply.text().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getAnswerOutcome()).isEqualTo(AnswerOutcome.FOUND);
    assertThat(answer.getDataAsOf()).isNotNull();
    assertThat(answer.getHolderAnswers())
        .extracting(holder -> holder.getBody().getName())
        .containsExactly("示例镇人民政府");
    assertNotFound(
        query.with(
            "itemKey",
            Map.of(
                "taskCode", "11640104MB1GXDM29U4640202012000",
                "areaNumber", "640122100",
                "onDay", "2024-12-31")));
  }

  @Test
  void aCompanysInspectionsComeNewestFirstAndNoLongerWhenTheyWereAnothers() {
    RecordPaper older = inspection("JC-1", "91640104MA7GXDM18J", -20);
    accepted(older);
    accepted(inspection("JC-2", "91640104MA7GXDM18J", -5));

    assertThat(inspections("91640104MA7GXDM18J")).containsExactly("JC-2", "JC-1");

    accepted(
        inspection("JC-1", "91640181MA6WP90C6E", -20)
            .revised(2, Map.of("checkActionName", "更正被检查人")));

    assertThat(inspections("91640104MA7GXDM18J")).containsExactly("JC-2");
    assertThat(inspections("91640181MA6WP90C6E")).containsExactly("JC-1");
  }

  @Test
  void aLicenceThatWasWithdrawnIsNotToldAsGranted() {
    RecordPaper granted =
        RecordPaper.of("LicenceDecision", "grant")
            .without("applyDate", "acceptDate")
            .with("decisionDate", RecordPaper.daysFromNow(-100))
            .with("validFrom", RecordPaper.daysFromNow(-100))
            .with("validUntil", RecordPaper.daysFromNow(1000));
    accepted(granted);
    RecordPaper query = query("licences");

    assertThat(answer(query).path("licenceAnswers")).hasSize(1);
    assertThat(answer(query).at("/licenceAnswers/0/licenceState").asString()).isEqualTo("1");

    accepted(
        granted
            .with("licenceEvent", "06")
            .with("licenceFileNum", "云审撤回〔2026〕9号")
            .with("decisionDate", RecordPaper.daysFromNow(-2))
            .with("state", "2")
            .with("reason", "客观情况发生重大变化")
            .with("originalLicence", Map.of("documentNumber", "云审排水许〔2026〕31号")));

    assertThat(answer(query).path("licenceAnswers")).hasSize(1);
    assertThat(answer(query).at("/licenceAnswers/0/licenceState").asString()).isEqualTo("2");
  }

  @Test
  void whoMayNotAskIsRefused() {
    byte[] licences = query("licences").json();

    Reply nothing = gateway.desk("prosecutor").asks(JSON, licences);
    Reply otherKind = gateway.desk("counter").asks(JSON, licences);

    assertThat(List.of(nothing.status(), otherKind.status())).containsOnly(403);
    assertThat(otherKind.rule()).isEqualTo("query.not-entitled");
    assertThat(gateway.desk("counter").asks(JSON, officer("640104999").json()).status())
        .isEqualTo(200);
    assertThat(gateway.impostorOf("bureau").asks(JSON, licences).status()).isEqualTo(401);
    assertThat(trail("REFUSED_AT_DOOR", "counter")).containsExactly("query forbidden");
  }

  @Test
  void whatIsNoQueryOfTheStandardIsRefusedWithFindings() {
    RecordPaper query = officer("640104011");

    assertRefused(400, "json.truncated", JSON, "{".getBytes(StandardCharsets.UTF_8));
    assertRefused(400, "json.unknown-field", JSON, query.with("reason", "x").json());
    assertRefused(422, "structure.missing", JSON, query.without("purpose").json());
    assertRefused(422, "structure.order", XML, query.without("queryBasis").xml());
    assertRefused(422, "query.purpose", JSON, query.with("purpose", "——").json());
    assertRefused(422, "structure.vocabulary", XML, RecordPaper.of("Officer", "valid").xml());
    assertRefused(422, "query.not-looked-up", JSON, officer(Map.of("name", "示例甲")).json());
    assertRefused(415, "intake.media-type", "text/plain", query.json());
  }

  private static void assertRefused(int status, String rule, String type, byte[] body) {
    Reply reply = bureau.asks(type, body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/problem+json");
    assertThat(reply.rule()).isEqualTo(rule);
    assertThat(reply.json().path("findings")).isNotEmpty();
  }

  @Test
  void everyAnswerCanBeAccountedForAndTheTrailHoldsNothingPersonal() {
    String id = "CX-" + UUID.randomUUID();
    byte[] query = officer("640104998").with("queryId", id).with("purpose", "核实示例甲的执法资格").json();
    Map<String, String> signature = bureau.signature("POST", Desk.QUERIES, query);

    assertThat(bureau.asks(JSON, query, signature).status()).isEqualTo(200);
    assertThat(bureau.asks(JSON, query, signature).rule()).isEqualTo("authentication.nonce");
    assertThat(bureau.asks(JSON, query).status()).as("asked again").isEqualTo(200);

    List<Map<String, Object>> kept =
        gateway
            .books()
            .owner()
            .queryForList("select * from query where partner = 'bureau' and query_id = ?", id);
    assertThat(kept).hasSize(2);
    assertThat(kept).extracting(row -> row.get("outcome")).containsOnly("NOT_FOUND");
    assertThat(kept).extracting(row -> row.get("purpose")).containsOnly("核实示例甲的执法资格");
    assertThat(kept.toString()).doesNotContain("640104998");
    assertThat(trail("QUERIED", "bureau"))
        .contains("OFFICER_CERTIFICATE " + kept.get(0).get("id") + " NOT_FOUND")
        .contains("OFFICER_CERTIFICATE " + kept.get(1).get("id") + " NOT_FOUND")
        .noneMatch(detail -> detail.contains(id) || detail.contains("640104998"))
        .allMatch(detail -> detail.matches("[A-Z_]+ [0-9a-f-]{36} [A-Z_]+"));
  }

  @Test
  void slowAndManyQueriesAreTurnedAwayAndWhatIsSentGoesItsWay() throws Exception {
    ExecutorService askers = Executors.newFixedThreadPool(12);
    try {
      int before = answered();
      gateway
          .books()
          .owner()
          .execute(
              (ConnectionCallback<Void>)
                  lock -> {
                    whileNobodyCanLookUp(lock, () -> floodWithQueries(askers));
                    return null;
                  });

      assertThat(answered()).as("answered to nobody").isEqualTo(before);
      assertThat(bureau.asks(JSON, officer("640104999").json()).status()).isEqualTo(200);
    } finally {
      askers.shutdownNow();
    }
  }

  private static void floodWithQueries(ExecutorService askers) {
    List<CompletableFuture<Turned>> asked =
        IntStream.range(0, 12)
            .mapToObj(n -> CompletableFuture.supplyAsync(QueryStoryTest::turnedAway, askers))
            .toList();

    Reply receipt = gateway.housing().sends(Paper.decision());

    assertThat(receipt.status()).isEqualTo(202);
    gateway.eventually(
        () ->
            assertThat(gateway.housing().looksUp(receipt).delivery("publicity"))
                .isEqualTo("DELIVERED"));
    List<Turned> turned = asked.stream().map(CompletableFuture::join).toList();
    assertThat(turned).extracting(Turned::code).containsOnly("unavailable");
    assertThat(turned)
        .filteredOn(one -> one.after().compareTo(Duration.ofSeconds(2)) >= 0)
        .as("had a turn, or waited for one")
        .hasSize(AT_ONCE + WAITING);
  }

  /** What somebody was told, and after how long. */
  private record Turned(String code, Duration after) {}

  private static Turned turnedAway() {
    long start = System.nanoTime();
    Reply reply = bureau.asks(JSON, officer("640104999").json());
    return new Turned(reply.code(), Duration.ofNanos(System.nanoTime() - start));
  }

  private static void whileNobodyCanLookUp(Connection lock, Runnable work) throws SQLException {
    lock.setAutoCommit(false);
    try (Statement statement = lock.createStatement()) {
      statement.execute("lock table subject in access exclusive mode");
      work.run();
    } finally {
      lock.rollback();
    }
  }

  private static RecordPaper query(String sample) {
    return RecordPaper.query(sample, "CX-" + UUID.randomUUID());
  }

  private static RecordPaper officer(String certNo) {
    return officer(Map.of("certNo", certNo));
  }

  private static RecordPaper officer(Map<String, Object> key) {
    return query("officer-certificate").with("officerKey", key);
  }

  private static RecordPaper inspection(String number, String uscc, int day) {
    Map<String, Object> party =
        Map.of("no", 1, "kind", "2", "name", "示例甲建材有限公司", "selfEmployed", false, "uscc", uscc);
    return RecordPaper.of("Inspection", "random-no-problem")
        .without("checkEndDate", "recheckDate")
        .with("checkActionCode", number)
        .with("checkDate", RecordPaper.daysFromNow(day) + "T09:30:00+08:00")
        .with("parties", List.of(party));
  }

  private static List<String> inspections(String uscc) {
    RecordPaper query =
        query("recent-inspections")
            .with("objectKey", Map.of("uscc", uscc, "fromDate", RecordPaper.daysFromNow(-30)));
    return answer(query)
        .path("inspectionAnswers")
        .valueStream()
        .map(one -> one.path("checkActionCode").asString())
        .toList();
  }

  private static JsonNode answer(RecordPaper query) {
    Reply reply = bureau.asks(JSON, query.json());
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith(JSON);
    return reply.json();
  }

  private static void assertNotFound(RecordPaper query) {
    JsonNode answer = answer(query);
    assertThat(answer.path("answerOutcome").asString()).isEqualTo("NOT_FOUND");
    assertThat(answer.has("dataAsOf")).isFalse();
  }

  /** Sent as any message is, and found sound. */
  private static void accepted(RecordPaper record) {
    Reply receipt = bureau.posts("record", UUID.randomUUID().toString(), JSON, record.sent());
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
    gateway.eventually(() -> assertThat(bureau.looksUp(receipt).state()).isEqualTo("TRANSLATED"));
  }

  private static List<String> trail(String milestone, String partner) {
    return gateway
        .books()
        .owner()
        .queryForList(
            "select detail from event where milestone = ? and partner = ? order by id",
            String.class,
            milestone,
            partner);
  }

  private static int answered() {
    return gateway.books().owner().queryForObject("select count(*) from query", Integer.class);
  }
}
