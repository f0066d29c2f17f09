package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.province.reconciliation.DigestTree;
import io.enforcement.gateway.routes.province.reconciliation.SentVersion;
import io.enforcement.gateway.routes.province.reconciliation.Statements;
import io.enforcement.gateway.routes.province.table.Keys;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that is the province's: what a region sends is in the provincial database. */
class ProvinceStoryTest {

  private static final String NOT_A_RECORD = "<this/>";
  private static final String SENT_AT = "2026-03-02T10:00:00+08:00";
  private static final String STATISTICS = "/api/v1/statistics";
  private static final byte[] MINE = "{\"name\": \"mine\"}".getBytes(StandardCharsets.UTF_8);
  private static final String ANALYSES = "/api/v1/analyses";
  private static final String ACTS = "/api/v1/acts";
  private static final String EXTRACTS = "/api/v1/extracts";
  private static final String QUALITY = "/api/v1/quality";
  private static final String APRIL = "?from=2026-04-01&to=2026-04-30";
  private static final String YEAR = "area=640000&from=2026-01-01&to=2026-12-31";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String DAYS = "/api/v1/reconciliations";

  private static StoryGateway gateway;
  private static Books books;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.province();
    books = gateway.books();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void whatARegionSendsIsThereOnceWithWhereItIsFrom() {
    String number = number();
    RecordPaper decision = decision(number);
    String key = "story-" + UUID.randomUUID();
    Reply sent = sends(key, decision);
    Reply repeated = sends(key, decision);
    Reply byAnotherWay =
        sends("story-" + UUID.randomUUID(), decision.with("cdBatch", "2026060100001"));

    assertThat(repeated.messageId()).isEqualTo(sent.messageId());
    gateway.eventually(() -> assertThat(states(byAnotherWay)).containsExactly("DUPLICATE"));
    gateway.eventually(() -> assertThat(rows(number)).hasSize(1));
    assertThat(rows(number).get(0))
        .containsEntry("source", "region")
        .containsEntry("region", "640106")
        .containsEntry("message_id", UUID.fromString(sent.messageId()))
        .containsEntry("part", 1)
        .containsEntry("latest", true)
        .containsEntry("mapping_version", "gateway development");
  }

  @Test
  void aLateVersionIsHistoryAndARevocationIsAState() {
    String number = number();
    sends("story-" + UUID.randomUUID(), decision(number).with("revision", 2));
    Reply late = sends("story-" + UUID.randomUUID(), decision(number));
    gateway.eventually(() -> assertThat(states(late)).containsExactly("SUPERSEDED"));
    sends(
        "story-" + UUID.randomUUID(),
        RecordPaper.of("Revocation", "unlawful")
            .with(
                "body",
                Map.of(
                    "name", "云岭市安平区综合行政执法局", "uscc", "1164010678L04X123X", "areaNumber", "640106"))
            .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
            .with("revocationFileNum", number + "撤")
            .with("punishFileNum", number));

    gateway.eventually(
        () ->
            assertThat(
                    books
                        .owner()
                        .queryForList(
                            "select standing || ' ' || revision from province_open.penalty_decision"
                                + " where punish_file_num = ?",
                            String.class,
                            number))
                .containsExactly("UNLAWFUL 2"));
    assertThat(rows(number)).extracting(row -> row.get("latest")).containsExactly(false, true);
  }

  /** Nobody here subscribes to a clue to that organ. */
  @Test
  void whatIsSecretLiesApartAndIsNotWithoutAPlace() {
    String letter = "示综执纪移〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    Reply sent =
        sends(
            "story-" + UUID.randomUUID(),
            RecordPaper.of("DisciplineClue", "from-penalty-case")
                .with("recordUniqueIdentity", "story-" + letter)
                .with("letterNumber", letter)
                .with(
                    "addressee",
                    Map.of("kind", "5", "name", "示例监察委员会", "uscc", "11640104MB1GXE523M")));

    gateway.eventually(() -> assertThat(states(sent)).containsExactly("ACCEPTED"));
    gateway.eventually(
        () ->
            assertThat(
                    books
                        .owner()
                        .queryForList(
                            "select letter_number from province_restricted.discipline_clue",
                            String.class))
                .containsExactly(letter));
  }

  @Test
  void aRecordThatCannotBeAggregatedHoldsUpNobody() {
    UUID message = books.arrived("nobody", 10);
    books
        .owner()
        .update(
            "insert into record (id, message_id, part, kind, state, body) values (?, ?, 1,"
                + " 'Inspection', 'ACCEPTED', ?)",
            UUID.randomUUID(),
            message,
            NOT_A_RECORD.getBytes());
    String number = number();
    sends("story-" + UUID.randomUUID(), decision(number));

    gateway.eventually(() -> assertThat(rows(number)).hasSize(1));
    gateway.eventually(
        () ->
            assertThat(
                    books
                        .owner()
                        .queryForList("select failures from province.waiting", Integer.class))
                .containsExactly(3));
  }

  @Test
  void whatIsMissingIsAskedForByItselfAndTheDayIsClosed() {
    String lost = number();
    RecordPaper here = decision(number()).with("cdTime", SENT_AT);
    RecordPaper missing = decision(lost).with("cdTime", SENT_AT);
    sends("story-" + UUID.randomUUID(), here);
    gateway.eventually(() -> assertThat(rows(here.text("punishFileNum"))).hasSize(1));

    sends("story-" + UUID.randomUUID(), statement(here, missing));
    gateway.eventually(() -> assertThat(asked()).anyMatch(answer -> answer.contains(lost)));
    assertThat(reconciled("state")).isEqualTo("DIFFERENT");
    assertThat(
            gateway
                .operator()
                .reads(DAYS + "/" + reconciled("id") + "/differences")
                .json()
                .findValuesAsString("sort"))
        .containsExactlyInAnyOrder("MISSING_HERE", "LATE");

    sends("story-" + UUID.randomUUID(), missing);
    gateway.eventually(() -> assertThat(reconciled("state")).isEqualTo("CLOSED"));
    assertThat(
            books
                .owner()
                .queryForList(
                    "select partner || ' ' || detail from event where milestone = 'DAY_RECONCILED'",
                    String.class))
        .containsExactly("region PenaltyDecision 2026-03-02");
  }

  @Test
  void whatIsLeftIsForAPersonWhoMaySignOff() {
    RecordPaper unstated = decision(number()).with("cdTime", "2026-03-04T10:00:00+08:00");
    sends("story-" + UUID.randomUUID(), unstated);
    gateway.eventually(() -> assertThat(rows(unstated.text("punishFileNum"))).hasSize(1));
    sends(
        "story-" + UUID.randomUUID(),
        statement().with("statementDay", "2026-03-04").with("sent", 0));
    String of = "?day=2026-03-04";
    gateway.eventually(() -> assertThat(reconciled(of, "state")).isEqualTo("DIFFERENT"));

    String signOff = DAYS + "/" + reconciled(of, "id") + "/sign-off?explanation=";
    assertThat(gateway.person("province-auditor", Role.AUDITOR).posts(signOff + "x").status())
        .isEqualTo(403);
    assertThat(gateway.operator().posts(signOff).status()).isEqualTo(422);
    assertThat(gateway.operator().posts(signOff + "file-7").status()).isEqualTo(204);
    assertThat(reconciled(of, "state")).isEqualTo("SIGNED_OFF");
    assertThat(reconciled(of, "signedBy")).isEqualTo(Operator.NAME);
    assertThat(gateway.operator().posts(signOff + "again").status()).isEqualTo(404);
  }

  @Test
  void statisticsAreReadFrozenAndDrawnByThoseWhoMay() {
    RecordPaper decision = decision(number());
    sends("story-" + UUID.randomUUID(), decision);
    gateway.eventually(() -> assertThat(rows(decision.text("punishFileNum"))).hasSize(1));
    Operator auditor = gateway.person("statistics-auditor", Role.AUDITOR);

    JsonNode counted = auditor.reads(STATISTICS + "/1?" + YEAR).json();
    assertThat(counted.path("total").asLong()).isPositive();
    assertThat(counted.path("columns").size()).isEqualTo(12);
    assertThat(auditor.readsBytes(STATISTICS + "/1/workbook?level=body&" + YEAR))
        .startsWith('P', 'K');
    assertThat(auditor.reads(STATISTICS + "/1?area=64&from=2026-01-01&to=2026-12-31").status())
        .isEqualTo(422);
    assertThat(auditor.reads(STATISTICS + "/9?" + YEAR).status()).isEqualTo(404);

    assertThat(auditor.posts(STATISTICS + "/1/freeze?" + YEAR).status()).isEqualTo(403);
    JsonNode frozen = gateway.operator().posts(STATISTICS + "/1/freeze?" + YEAR).json();
    assertThat(frozen.path("result").path("version").asInt()).isEqualTo(1);
    assertThat(auditor.reads(STATISTICS + "/1/results?" + YEAR).json().path(0))
        .isEqualTo(frozen.path("result"));
    String id = frozen.path("result").path("id").asString();
    assertThat(auditor.reads(STATISTICS + "/results/" + id + "/cells").json().size()).isPositive();

    assertThat(gateway.operator().posts(STATISTICS + "/sample?share=2&" + YEAR).status())
        .isEqualTo(422);
    JsonNode drawn = gateway.operator().posts(STATISTICS + "/sample?share=1&" + YEAR).json();
    assertThat(drawn.path("seed").asString()).isNotEmpty();
    assertThat(drawn.path("acts").valueStream().map(JsonNode::asString))
        .anyMatch(act -> act.endsWith(decision.text("punishFileNum")));
  }

  @Test
  void analysesAreAskedSavedAndRefusedByTheirRights() {
    RecordPaper decision = decision(number());
    sends("story-" + UUID.randomUUID(), decision);
    gateway.eventually(() -> assertThat(rows(decision.text("punishFileNum"))).hasSize(1));
    Operator auditor = gateway.person("analysis-auditor", Role.AUDITOR);
    String late = ANALYSES + "/late-publication";

    assertThat(auditor.reads(ANALYSES).json().size()).isEqualTo(6);
    JsonNode rows = auditor.reads(late + "?p.days=1&" + YEAR).json();
    assertThat(rows.valueStream().map(row -> row.path("acts").path(0).asString()))
        .anyMatch(act -> act.endsWith(decision.text("punishFileNum")));
    assertThat(auditor.reads(late + "/count?p.days=1&" + YEAR).json().path("rows").asInt())
        .isGreaterThanOrEqualTo(rows.size());
    Reply refused = auditor.reads(late + "?p.days=many&" + YEAR);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().toString()).contains("p.days").doesNotContain("many");

    assertThat(auditor.posts(late + "/saved", "application/json", MINE).status()).isEqualTo(403);
    assertThat(gateway.operator().posts(late + "/saved", "application/json", MINE).status())
        .isEqualTo(201);
    assertThat(gateway.operator().posts(late + "/saved", "application/json", MINE).status())
        .isEqualTo(409);
    JsonNode saved = auditor.reads(ANALYSES + "/saved").json().path(0);
    assertThat(saved.path("parameters").path("days").asString()).isEqualTo("11");
  }

  @Test
  void qualityIsSeenByEverybodyAndByARegionOfItsOwnSources() {
    RecordPaper decision =
        decision(number()).with("cdTime", "2026-04-14T10:00:00+08:00").without("violatedBases");
    sends("story-" + UUID.randomUUID(), decision);
    Reply refused =
        sends("story-" + UUID.randomUUID(), decision(number()).without("punishSetDate"));
    gateway.eventually(() -> assertThat(rows(decision.text("punishFileNum"))).hasSize(1));
    gateway.eventually(() -> assertThat(states(refused)).containsExactly("REFUSED"));
    Operator auditor = gateway.person("quality-auditor", Role.AUDITOR);
    Operator region = gateway.person("quality-region", Role.REGIONAL_DATA, "region");
    Operator other = gateway.person("quality-other", Role.REGIONAL_DATA, "housing");
    Operator unbound = gateway.person("quality-unbound", Role.REGIONAL_DATA);

    JsonNode scores = auditor.reads(QUALITY + "/scores" + APRIL).json();
    assertThat(scores.path("formula").path("zh").asString()).contains("权重");
    assertThat(scores.path("scores").path(0).path("source").asString()).isEqualTo("region");
    assertThat(scores.path("scores").path(0).path("checked").asLong()).isPositive();
    assertThat(region.reads(QUALITY + "/scores" + APRIL).json()).isEqualTo(scores);
    for (Operator elsewhere : List.of(other, unbound)) {
      assertThat(elsewhere.reads(QUALITY + "/scores" + APRIL).json().path("scores").size())
          .isZero();
      assertThat(
              elsewhere
                  .reads(QUALITY + "/records/PenaltyDecision" + APRIL + "&source=region")
                  .json()
                  .size())
          .isZero();
    }

    // What the gateway itself finds is kept with the row.
    String anyRule = rows(decision.text("punishFileNum")).get(0).get("findings").toString();
    String rule = JsonMapper.shared().readTree(anyRule).path(0).path("rule").asString();
    assertThat(
            region
                .reads(QUALITY + "/rules" + APRIL)
                .json()
                .valueStream()
                .map(each -> each.path("rule").asString()))
        .contains(rule);
    assertThat(
            region
                .reads(QUALITY + "/records/PenaltyDecision" + APRIL + "&limit=500&rule=" + rule)
                .json()
                .valueStream()
                .map(each -> each.path("actKey").asString()))
        .anyMatch(act -> act.endsWith(decision.text("punishFileNum")));
    // Refused on the day on which it came, not on the day that it told.
    LocalDate today = LocalDate.now(CHINA);
    String wide = "?from=%s&to=%s".formatted(today.minusDays(1), today);
    assertThat(region.reads(QUALITY + "/refusals" + wide).json().path(0).path("broken").toString())
        .contains("REFUSE structure.");
    assertThat(region.readsBytes(QUALITY + "/list" + wide))
        .startsWith("\uFEFF来源".getBytes(StandardCharsets.UTF_8));
    assertThat(auditor.reads(QUALITY + "/scores" + wide + "&kind=DisciplineClue").status())
        .isEqualTo(422);
    assertThat(auditor.reads(QUALITY + "/records/DisciplineClue" + APRIL).status()).isEqualTo(404);
    assertThat(auditor.reads(QUALITY + "/scores?from=2024-01-01&to=2026-01-01").status())
        .isEqualTo(422);
    assertThat(
            gateway.person("quality-integrator", Role.INTEGRATOR, "region").reads(QUALITY).status())
        .isEqualTo(403);
  }

  @Test
  void actsAreAskedForAndTakenAsAFileByTheirRights() {
    RecordPaper decision = decision(number());
    sends("story-" + UUID.randomUUID(), decision);
    String number = decision.text("punishFileNum");
    gateway.eventually(() -> assertThat(rows(number)).hasSize(1));
    Operator auditor = gateway.person("acts-auditor", Role.AUDITOR);
    Operator region = gateway.person("acts-region", Role.REGIONAL_DATA, "region");
    Operator other = gateway.person("acts-other", Role.REGIONAL_DATA, "housing");
    String one = ACTS + "/PenaltyDecision?f.punish_file_num=" + encoded(number);

    for (Operator may : List.of(auditor, region)) {
      JsonNode acts = may.reads(one).json();
      assertThat(acts.size()).isEqualTo(1);
      assertThat(acts.path(0).path("values").path("standing").asString()).isEqualTo("IN_FORCE");
    }
    assertThat(other.reads(one).json().size()).isZero();
    assertThat(auditor.reads(one + "&personal=true").json().path(0).path("values").toString())
        .contains("\"illegal_fact\":\"***\"");
    assertThat(region.reads(one + "&personal=true").status()).isEqualTo(403);
    assertThat(auditor.reads(ACTS + "/PenaltyDecision?f.illegal_fact=x").status()).isEqualTo(422);
    assertThat(auditor.reads(ACTS + "/DisciplineClue").status()).isEqualTo(422);
    assertThat(auditor.reads(ACTS + "/PenaltyDecision/columns").json().size()).isGreaterThan(30);
    assertThat(gateway.person("acts-system", Role.SYSTEM_ADMINISTRATOR).reads(one).status())
        .isEqualTo(403);

    Reply asked =
        region.posts(
            EXTRACTS,
            "application/json",
            """
            {"kind": "PenaltyDecision", "format": "CSV", "equal": {"punish_file_num": "%s"}}\
            """
                .formatted(number)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().path("counted").asInt()).isEqualTo(1);
    String extract = EXTRACTS + "/" + asked.json().path("id").asString();
    gateway.eventually(
        () -> assertThat(region.reads(extract).json().path("state").asString()).isEqualTo("DONE"));
    assertThat(new String(region.readsBytes(extract + "/file"), StandardCharsets.UTF_8))
        .contains(number);
    assertThat(auditor.reads(extract).status()).isEqualTo(404);
    assertThat(auditor.reads(extract + "/file").status()).isEqualTo(404);
    assertThat(
            books
                .owner()
                .queryForList(
                    "select milestone from event where actor = 'acts-region' order by id",
                    String.class))
        .containsExactly("EXTRACT_ASKED", "EXTRACT_TAKEN");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static RecordPaper statement(RecordPaper... sent) {
    ReconciliationStatement ranges = new ReconciliationStatement();
    Statements.open(
        DigestTree.of(List.of(sent).stream().map(ProvinceStoryTest::version).toList()),
        List.of(""),
        ranges);
    JsonNode told = JsonMapper.shared().readTree(StandardJson.write(ranges));
    RecordPaper statement =
        RecordPaper.of("ReconciliationStatement", "balanced")
            .without("digestRanges", "statedVersions", "fineSum")
            .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
            .with("statementDay", "2026-03-02")
            .with("digestRanges", told.path("digestRanges"));
    for (String count : List.of("sent", "received", "accepted")) {
      statement = statement.with(count, sent.length);
    }
    for (String count : List.of("rejected", "pending")) {
      statement = statement.with(count, 0);
    }
    return sent.length == 0
        ? statement
        : statement.with("statedVersions", told.path("statedVersions"));
  }

  /** As the province makes it of the same record. */
  private static SentVersion version(RecordPaper paper) {
    Origin origin =
        new Origin(
            "", null, UUID.randomUUID(), 1, new byte[0], "", null, Instant.EPOCH, Instant.EPOCH);
    Version version =
        Row.of(
                ProvinceTable.of("PenaltyDecision").orElseThrow(),
                paper.xml(),
                Keys.of(paper.xml()),
                origin)
            .version();
    return new SentVersion(
        version.actKey(), version.partyKey(), version.revision(), version.digest());
  }

  private static List<String> asked() {
    return gateway.registry().effects().stream()
        .map(RestReceiver.Effect::body)
        .filter(body -> body.contains("AT_RECEIVER"))
        .toList();
  }

  private static String reconciled(String field) {
    return reconciled("?day=2026-03-02", field);
  }

  private static String reconciled(String of, String field) {
    return gateway
        .operator()
        .reads(DAYS + of + "&source=region")
        .json()
        .path(0)
        .path(field)
        .asString();
  }

  private static RecordPaper decision(String number) {
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + number)
        .with("punishFileNum", number);
  }

  private static String number() {
    return "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
  }

  private static Reply sends(String key, RecordPaper record) {
    Reply reply = gateway.desk("region").posts("record", key, "application/xml", record.xml());
    assertThat(reply.status()).as(reply.toString()).isBetween(200, 202);
    return reply;
  }

  private static List<String> states(Reply receipt) {
    return books
        .owner()
        .queryForList(
            "select state from record where part > 0 and message_id = ?",
            String.class,
            UUID.fromString(receipt.messageId()));
  }

  private static List<Map<String, Object>> rows(String number) {
    return books
        .owner()
        .queryForList(
            "select * from province.penalty_decision where punish_file_num = ? order by revision",
            number);
  }
}
