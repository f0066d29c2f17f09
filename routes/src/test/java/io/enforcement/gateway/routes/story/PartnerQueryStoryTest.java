package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.query.QueryLog;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.AnswerOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner names the organ that it asks: the gateway puts the question to it at once and gives its
 * answer, or says plainly why there is none; nobody else waits for it.
 */
@Timeout(300)
class PartnerQueryStoryTest {

  private static final String JSON = "application/json";
  private static final String HOUSING = "11640104MB1GXDM53C";
  private static final String JUSTICE = "11640104MB1GXE523M";
  private static final String ANNEX = "1164010078L07F3662";
  private static final String COMPANY = "91640181MA6WP90C6E";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ASKERS = 10;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final AskedRegister HOUSING_REGISTER = new AskedRegister();
  private static final AskedRegister JUSTICE_REGISTER = new AskedRegister();
  private static StoryGateway gateway;
  private static Desk bureau;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(PartnerQueryStoryTest::settings);
    bureau = gateway.desk("bureau");
    // The very first question loads half a library: a busy machine may need longer than a partner.
    HOUSING_REGISTER.answers(PartnerQueryStoryTest::licences);
    JUSTICE_REGISTER.answers(question -> certificate(question, "640104019"));
    gateway.eventually(
        () -> assertThat(bureau.asks(JSON, licencesOf(COMPANY).json()).status()).isEqualTo(200));
    gateway.eventually(() -> assertThat(asksForAnOfficer().status()).isEqualTo(200));
  }

  private static Map<String, Object> settings(StorySite site) {
    List.of("bureau", "counter", "annex").forEach(site::installFolder);
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String partner : List.of("bureau", "counter", "annex", "justice")) {
      site.writeSecret(partner, "invented-secret-of-" + partner + "-for-the-stories");
      settings.put("gateway.partners." + partner + ".active", "true");
    }
    asked(settings, "housing", HOUSING, HOUSING_REGISTER.port());
    asked(settings, "justice", JUSTICE, JUSTICE_REGISTER.port());
    asked(settings, "annex", ANNEX, closedPort());
    String justice = "gateway.partners.justice.settings.";
    settings.put(justice + "endpoint", "http://127.0.0.1:" + JUSTICE_REGISTER.port());
    settings.put(justice + "path", "/records");
    settings.put(justice + "allow-loopback", "true");
    settings.put(justice + "region", "6401");
    settings.put("gateway.queries.partner-timeout", PATIENCE.toString());
    settings.put("gateway.queries.timeout", "PT10S");
    settings.put("gateway.queries.per-second", 200);
    settings.put("gateway.queries.body.name", "示例区综合执法局");
    settings.put("gateway.queries.body.uscc", "11640104MB1GXDM29U");
    settings.put("gateway.queries.body.area-number", "640104");
    lay(
        site.home(),
        "Officer.json",
        RecordPaper.of("Officer", "valid")
            .with("certNo", "640104777")
            .with("cdTime", RecordPaper.daysFromNow(-10) + "T08:00:00+08:00"));
    lay(site.home(), "EnforcementItem.json", RecordPaper.of("EnforcementItem", "penalty"));
    return settings;
  }

  private static void asked(Map<String, Object> settings, String id, String organ, int port) {
    String prefix = "gateway.partners." + id + ".settings.query.";
    settings.put(prefix + "organ", organ);
    settings.put(prefix + "endpoint", "http://127.0.0.1:" + port);
    settings.put(prefix + "allow-loopback", "true");
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lay(Path home, String name, RecordPaper record) {
    try {
      Path folder = Files.createDirectories(home.resolve("reference"));
      Files.write(folder.resolve(name), record.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    HOUSING_REGISTER.close();
    JUSTICE_REGISTER.close();
  }

  @BeforeEach
  void everybodyBehaves() {
    HOUSING_REGISTER.answers(PartnerQueryStoryTest::licences);
    JUSTICE_REGISTER.answers(question -> certificate(question, "640104019"));
  }

  @Test
  void thePartnerAnswersWithWhatTheAskerMaySee() {
    RecordPaper query = licencesOf(COMPANY);

    JsonNode answer = ok(bureau.asks(JSON, query.json())).json();

    assertThat(answer.path("answerOutcome").asString()).isEqualTo("FOUND");
    assertThat(answer.at("/body/uscc").asString()).isEqualTo(HOUSING);
    assertThat(answer.path("queryId").asString()).isEqualTo(query.text("queryId"));
    assertThat(answer.at("/licenceAnswers/0/licenceNumber").asString()).isEqualTo("施2026-1");
    assertThat(answer.path("dataAsOf").asString()).startsWith("2026-11-12T02:00");
    String question = HOUSING_REGISTER.questions().get(HOUSING_REGISTER.questions().size() - 1);
    assertThat(question)
        .startsWith("/licence-queries enforcement-gateway ")
        .contains(COMPANY, "查明当事人是否取得排水许可", "示综执立字〔2026〕第91号")
        .as("what the partner may not see")
        .doesNotContain("示例甲", "640104011", query.text("queryId"), "灵河绿泉");
  }

  @Test
  void itAnswersInTheFormOfTheQuestion() {
    RecordPaper query =
        RecordPaper.query("officer-certificate", "CX-" + UUID.randomUUID())
            .with("askedOrgan", organ(JUSTICE));

    Reply reply = ok(bureau.asks("application/xml", query.xml()));

    Answer answer = (Answer) StandardXml.read(reply.text().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getAnswerOutcome()).isEqualTo(AnswerOutcome.FOUND);
    assertThat(answer.getOfficerAnswers().get(0).getCertStatus()).isEqualTo("02");
  }

  @Test
  void whoMayNotAskAndWhatMayNotBeAskedNeverReachesThePartner() {
    int before = HOUSING_REGISTER.questions().size();

    Reply notEntitled = gateway.desk("counter").asks(JSON, licencesOf(COMPANY).json());
    Reply byName = bureau.asks(JSON, licences(Map.of("name", "示例甲")).json());
    Reply nobody = bureau.asks(JSON, licencesOf(COMPANY).with("askedOrgan", organ(JUSTICE)).json());

    assertThat(notEntitled.status()).isEqualTo(403);
    assertThat(notEntitled.rule()).isEqualTo("query.not-entitled");
    assertThat(byName.rule()).isEqualTo("query.not-looked-up");
    assertThat(nobody.rule()).isEqualTo("query.organ-not-asked");
    assertThat(HOUSING_REGISTER.questions()).hasSize(before);
  }

  @Test
  void aPartnerThatIsSlowIsGivenUpAndNobodyElseWaitsForIt() {
    JUSTICE_REGISTER.hangs();
    ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
    AtomicBoolean over = new AtomicBoolean();
    try {
      int asked = JUSTICE_REGISTER.questions().size();
      int delivered = JUSTICE_REGISTER.deliveries();
      List<CompletableFuture<List<Reply>>> replies =
          IntStream.range(0, ASKERS)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> asksUntil(over), askers))
              .toList();
      gateway.eventually(() -> assertThat(JUSTICE_REGISTER.questions()).hasSizeGreaterThan(asked));

      gateway.eventually(
          () -> assertThat(bureau.asks(JSON, licencesOf(COMPANY).json()).status()).isEqualTo(200));
      Reply decision = gateway.housing().sends(Paper.decision());
      sends(
          RecordPaper.of("Officer", "valid")
              .with("certNo", "640104" + System.nanoTime())
              .with("legalReviewer", true));
      gateway.eventually(
          () ->
              assertThat(gateway.housing().looksUp(decision).delivery("publicity"))
                  .isEqualTo("DELIVERED"));
      gateway.eventually(
          () ->
              assertThat(JUSTICE_REGISTER.deliveries())
                  .as("deliveries to the very partner")
                  .isGreaterThan(delivered));

      over.set(true);
      assertThat(replies.stream().flatMap(one -> one.join().stream()))
          .extracting(reply -> reply.status() + " " + reply.code())
          .isSubsetOf("504 partner-too-slow", "503 partner-unavailable", "503 unavailable")
          .contains("504 partner-too-slow", "503 unavailable");
    } finally {
      over.set(true);
      JUSTICE_REGISTER.wakes();
      askers.shutdownNow();
    }
    gateway.eventually(() -> assertThat(asksForAnOfficer().status()).isEqualTo(200));
  }

  private static List<Reply> asksUntil(AtomicBoolean over) {
    List<Reply> replies = new ArrayList<>();
    while (!over.get()) {
      replies.add(asksForAnOfficer());
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return replies;
  }

  private static Reply asksForAnOfficer() {
    return bureau.asks(
        JSON,
        RecordPaper.query("officer-certificate", "CX-" + UUID.randomUUID())
            .with("askedOrgan", organ(JUSTICE))
            .json());
  }

  @Test
  void aPartnerThatIsDownIsToldAsSuchAndSoonNotEvenTried() {
    RecordPaper query =
        RecordPaper.query("recent-inspections", "CX-" + UUID.randomUUID())
            .with("askedOrgan", organ(ANNEX));

    for (int i = 0; i < 12; i++) {
      Reply reply = bureau.asks(JSON, query.json());
      assertThat(reply.status()).as(reply.text()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("partner-unavailable");
    }

    assertThat(log("asked_of = 'annex'", "outcome"))
        .hasSize(12)
        .containsOnly("PARTNER_UNAVAILABLE");
    JsonNode annex = partner("annex").path("answers").get(0);
    assertThat(annex.path("lastState").asString()).isEqualTo("PARTNER_UNAVAILABLE");
  }

  @Test
  void whatIsNoAnswerToTheQuestionIsNotPassedOn() {
    List<UnaryOperator<String>> nonsense =
        List.of(
            question -> "<html>登录</html>",
            question -> licences(question).replace("已查到", "也许"),
            question -> licences(question.replaceFirst("\"请求编号\":\"[^\"]*\"", "\"请求编号\":\"x\"")),
            question -> licences(question).replace(HOUSING, JUSTICE),
            question -> licences(question).replace("\"证书\"", "\"附注\":1,\"证书\""),
            question -> licences(question).replace("已查到", "未查到"));
    for (UnaryOperator<String> answers : nonsense) {
      HOUSING_REGISTER.answers(answers);

      Reply reply = bureau.asks(JSON, licencesOf(COMPANY).json());

      assertThat(reply.status()).as(reply.text()).isEqualTo(502);
      assertThat(reply.code()).isEqualTo("partner-answer");
      assertThat(reply.text()).doesNotContain("施2026-1", "登录", "也许");
    }
    JUSTICE_REGISTER.answers(question -> certificate(question, "640104020"));
    assertThat(asksForAnOfficer().code()).as("another officer").isEqualTo("partner-answer");
    HOUSING_REGISTER.fails(500);
    assertThat(bureau.asks(JSON, licencesOf(COMPANY).json()).code()).isEqualTo("partner-answer");
    HOUSING_REGISTER.fails(403);
    assertThat(bureau.asks(JSON, licencesOf(COMPANY).json()).code()).isEqualTo("partner-answer");
  }

  @Test
  void theLogTellsWhoAskedWhyAndWhomAndNeverAboutWhom() {
    String id = "CX-" + UUID.randomUUID();
    RecordPaper query =
        licencesOf(COMPANY).with("queryId", id).with("purpose", "核查 " + COMPANY + " 的资质");

    ok(bureau.asks(JSON, query.json()));

    Map<String, Object> row =
        gateway.books().owner().queryForMap("select * from query where query_id = ?", id);
    assertThat(row)
        .containsEntry("partner", "bureau")
        .containsEntry("asker", "640104011")
        .containsEntry("purpose", "核查 *** 的资质")
        .containsEntry("basis", "行政处罚法 第五十四条")
        .containsEntry("asked_of", "housing")
        .containsEntry("exchange", "licence-query")
        .containsEntry("outcome", "FOUND");
    assertThat(row.toString()).doesNotContain(COMPANY, "灵河绿泉");
    assertThat(
            log(
                "query_id = '"
                    + id
                    + "' and subject_sha256 = sha256(convert_to(id || ' uscc:"
                    + COMPANY
                    + "', 'UTF8'))",
                "kind"))
        .as("whoever knows the subject can prove it")
        .containsExactly("LICENCES");
    List<String> trail =
        gateway
            .books()
            .owner()
            .queryForList(
                "select milestone from event where detail like ? order by id",
                String.class,
                "% " + row.get("id") + " %");
    assertThat(trail).containsExactly("QUERY_FORWARDED", "QUERIED");
    assertThat(
            gateway
                .books()
                .owner()
                .queryForObject(
                    "select count(*) from event where detail like ?",
                    Integer.class,
                    "%" + COMPANY + "%"))
        .isZero();
  }

  @Test
  void theLogIsKeptForItsTimeAndNoLonger() {
    String old = "CX-" + UUID.randomUUID();
    String young = "CX-" + UUID.randomUUID();
    for (String id : List.of(old, young)) {
      ok(bureau.asks(JSON, licencesOf(COMPANY).with("queryId", id).json()));
    }
    ages(old, 181);
    ages(young, 179);

    gateway.part(QueryLog.class).clear();

    assertThat(log("query_id in ('" + old + "', '" + young + "')", "query_id"))
        .containsExactly(young);
    assertThat(
            gateway
                .books()
                .owner()
                .queryForList(
                    "select detail from event where milestone = 'QUERY_LOG_CLEARED'", String.class))
        .singleElement()
        .asString()
        .startsWith("1 before ");
  }

  private static void ages(String id, int days) {
    gateway
        .books()
        .owner()
        .update(
            "update query set asked_at = now() - make_interval(days => ?) where query_id = ?",
            days,
            id);
  }

  @Test
  void withoutAnOrganTheRegistersOfTheReferenceFolderAnswer() {
    RecordPaper officer =
        RecordPaper.query("officer-certificate", "CX-" + UUID.randomUUID()).without("askedOrgan");
    Map<String, Object> key = Map.of("certNo", "640104777", "bodyUscc", "11640104MB1GXDM29U");

    JsonNode valid = ok(bureau.asks(JSON, officer.with("officerKey", key).json())).json();

    assertThat(valid.at("/officerAnswers/0/certStatus").asString()).isEqualTo("01");
    assertThat(valid.at("/officerAnswers/0/name").asString()).isEqualTo("示例甲");
    Map<String, Object> elsewhere = Map.of("certNo", "640104777", "bodyUscc", HOUSING);
    assertThat(
            ok(bureau.asks(JSON, officer.with("officerKey", elsewhere).json()))
                .json()
                .path("answerOutcome")
                .asString())
        .as("of another body")
        .isEqualTo("NOT_FOUND");

    Reply holders =
        bureau.asks(JSON, RecordPaper.query("item-holder", "CX-" + UUID.randomUUID()).json());
    assertThat(ok(holders).json().at("/holderAnswers/0/body/name").asString()).isEqualTo("示例镇人民政府");

    sends(
        RecordPaper.of("Officer", "valid")
            .with("certNo", "640104777")
            .revised(2, Map.of("certStatus", "02", "certStatusDate", RecordPaper.daysFromNow(-3))));
    assertThat(
            ok(bureau.asks(JSON, officer.with("officerKey", key).json()))
                .json()
                .at("/officerAnswers/0/certStatus")
                .asString())
        .as("a higher revision that was sent counts")
        .isEqualTo("02");
  }

  @Test
  void thePartnersShowWhatTheyAskAndAnswer() {
    ok(bureau.asks(JSON, licencesOf(COMPANY).json()));

    JsonNode answers = partner("housing").path("answers").get(0);
    JsonNode asks = partner("bureau").path("asks");

    assertThat(answers.path("exchange").asString()).isEqualTo("licence-query");
    assertThat(answers.path("organ").asString()).isEqualTo(HOUSING);
    assertThat(answers.path("basis").asString()).contains("宁政办发〔2023〕46号");
    assertThat(answers.path("queryFields").size()).isPositive();
    assertThat(answers.path("answerFields").size()).isPositive();
    assertThat(answers.path("lastContact").asString()).isNotBlank();
    assertThat(asks.valueStream().map(one -> one.path("kind").asString()))
        .contains("LICENCES", "OFFICER_CERTIFICATE");
    assertThat(
            asks.valueStream()
                .filter(one -> one.path("kind").asString().equals("LICENCES"))
                .findFirst()
                .orElseThrow()
                .path("lastContact")
                .asString())
        .isNotBlank();
  }

  private static JsonNode partner(String id) {
    return gateway.operator().partners().stream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> organ(String uscc) {
    return Map.of("kind", "6", "name", "示例机关", "uscc", uscc, "areaNumber", "640104");
  }

  private static RecordPaper licencesOf(String uscc) {
    return licences(Map.of("name", "灵河绿泉污水处理有限公司", "uscc", uscc));
  }

  private static RecordPaper licences(Map<String, Object> key) {
    return RecordPaper.query("licences", "CX-" + UUID.randomUUID())
        .with("askedOrgan", organ(HOUSING))
        .with("objectKey", key);
  }

  /** One licence, whoever is asked about. */
  private static String licences(String question) {
    String body = "{\"名称\":\"示例区住房和城乡建设局\",\"统一社会信用代码\":\"" + HOUSING + "\",\"行政区划代码\":\"640104\"}";
    return ("{\"请求编号\":%s,\"结论\":\"已查到\",\"数据时间\":\"2026-11-12 02:00:00\",\"未列全\":\"否\","
            + "\"主管部门\":%s,\"证书\":[{\"证书名称\":\"建筑工程施工许可证\",\"证书编号\":\"施2026-1\","
            + "\"状态\":\"有效\",\"发证机关\":%s}]}")
        .formatted(MAPPER.readTree(question).path("请求编号"), body, body);
  }

  private static String certificate(String question, String number) {
    return ("{\"type\":\"CERTIFICATE_ANSWER\",\"request\":%s,\"outcome\":\"已查到\",\"more\":false,"
            + "\"body\":{\"name\":\"示例区司法局\",\"uscc\":\"%s\",\"division\":\"640104\"},"
            + "\"certificates\":[{\"name\":\"示例戊\",\"number\":\"%s\",\"state\":\"暂扣\","
            + "\"body\":{\"name\":\"示例区综合执法局\",\"uscc\":\"11640104MB1GXDM29U\","
            + "\"division\":\"640104\"}}]}")
        .formatted(MAPPER.readTree(question).path("request"), JUSTICE, number);
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  /** Sent as any message is, and found sound. */
  private static void sends(RecordPaper record) {
    Reply receipt = bureau.posts("record", UUID.randomUUID().toString(), JSON, record.sent());
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
    gateway.eventually(() -> assertThat(bureau.looksUp(receipt).state()).isEqualTo("TRANSLATED"));
  }

  private static List<String> log(String which, String column) {
    return gateway
        .books()
        .owner()
        .queryForList("select " + column + " from query where " + which, String.class);
  }
}
