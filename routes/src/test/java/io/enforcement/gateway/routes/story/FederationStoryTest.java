package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Three levels: a county's software sends to the gateway of a city, and that forwards to the
 * province's. What the city took over is in the province exactly once, whatever the line does.
 */
@Timeout(300)
class FederationStoryTest {

  private static final String RECORD = "/api/v1/exchanges/record";
  private static final String DIVISION = "640106";
  private static final String DAYS = "/api/v1/reconciliations?source=region&day=";
  private static final int MANY = 40;

  private static StoryGateway province;
  private static StoryGateway city;
  private static Wire up;
  private static Wire down;

  @BeforeAll
  static void start() {
    province = StoryGateway.with(FederationStoryTest::province);
    city = StoryGateway.with(FederationStoryTest::city);
  }

  private static Map<String, Object> province(StorySite site) {
    if (down == null) {
      down = site.layWire("city", () -> city.base().getPort());
    }
    Map<String, Object> settings = new HashMap<>(partner("region", down, "province"));
    settings.put("gateway.province.enabled", true);
    settings.put("gateway.partners.region.settings.region", DIVISION);
    settings.put("gateway.partners.region.settings.own", DIVISION + "%");
    return settings;
  }

  private static Map<String, Object> city(StorySite site) {
    if (up == null) {
      up = site.layWire("province", () -> province.base().getPort());
    }
    // Both sides of a pair know one secret.
    site.writeSecret("province", province.secret("region").reveal());
    Map<String, Object> settings = new HashMap<>(partner("province", up, "region"));
    settings.put("gateway.region.superior", "province");
    settings.put("gateway.region.division", DIVISION);
    settings.put("gateway.region.quiet", "PT2S");
    return settings;
  }

  private static Map<String, Object> partner(String id, Wire over, String knownAs) {
    return StorySite.morePartners()
        .with(
            id,
            SitePartners.rest(over.port()),
            Map.of("endpoint", "http://127.0.0.1:" + over.port() + RECORD, "app-key", knownAs))
        .settings();
  }

  @AfterEach
  void mend() {
    up.mend();
    down.mend();
  }

  @AfterAll
  static void stop() {
    city.close();
    province.close();
  }

  @Test
  void aCutLineAndALostBrokerLoseNothingAndRepeatNothing() {
    up.cut();
    List<String> numbers = IntStream.range(0, 5).mapToObj(i -> number()).toList();
    List<Reply> receipts = numbers.stream().map(n -> counted(decision(n))).toList();
    Reply second = counted(decision(numbers.get(0)).revised(2, Map.of("punishResult", "罚款26500元")));
    city.eventually(
        () ->
            assertThat(receipts)
                .allSatisfy(r -> assertThat(open(r)).isIn("READY", "ATTEMPTING", "RETRY_AT")));
    assertThat(rows(numbers.get(0))).isEmpty();

    city.restartWithoutItsBrokersFiles();
    up.mend();

    city.eventually(() -> assertThat(open(second)).isEqualTo("DELIVERED"));
    for (String number : numbers) {
      province.eventually(() -> assertThat(rows(number)).isNotEmpty());
    }
    province.eventually(
        () ->
            assertThat(rows(numbers.get(0)))
                .extracting(row -> row.get("revision") + " " + row.get("latest"))
                .containsExactly("1 false", "2 true"));
    numbers.stream().skip(1).forEach(number -> assertThat(rows(number)).hasSize(1));
    assertThat(rows(numbers.get(1)).get(0))
        .as("the province knows when the city took it over")
        .containsEntry("source", "region")
        .extractingByKey("cd_time")
        .isNotNull();
  }

  @Test
  void aLostReceiptIsNoSecondEffect() {
    String number = number();
    RecordPaper decision = decision(number);
    int lost = up.lost();
    up.losesTheAnswerTo(decision.text("recordUniqueIdentity"));

    Reply receipt = counted(decision);

    city.eventually(
        () ->
            assertThat(city.operator().looksUp(receipt.messageId()).trail("province"))
                .containsExactly("ATTEMPTING", "RETRY_AT", "ATTEMPTING", "DELIVERED"));
    assertThat(up.lost() - lost).isEqualTo(1);
    province.eventually(() -> assertThat(rows(number)).hasSize(1));
    String key = city.operator().looksUp(receipt.messageId()).key("province");
    assertThat(
            province
                .books()
                .owner()
                .queryForList(
                    "select e.milestone from event e join message m on m.id = e.message_id where"
                        + " m.idempotency_key = ? and e.milestone in ('RECEIVED', 'DUPLICATE') order by e.id",
                    String.class,
                    key))
        .containsExactlyInAnyOrder("RECEIVED", "DUPLICATE");
  }

  @Test
  void theDayIsStatedByItselfAndWhatTheProvinceHasLostIsSentAgain() {
    String day = "2026-03-09";
    List<String> numbers = IntStream.range(0, MANY).mapToObj(i -> number()).toList();
    List<Reply> receipts = numbers.stream().map(n -> counted(on(day, decision(n)))).toList();
    province.eventually(() -> assertThat(closed(day)).isEqualTo("CLOSED " + MANY));
    assertThat(reconciled(day, "statedFines")).isEqualTo(reconciled(day, "heldFines"));
    int others = deliveries(receipts.get(4)).size();

    loses(numbers.get(3));
    loses(numbers.get(MANY - 1));
    counted(on(day, decision(number())));

    province.eventually(() -> assertThat(closed(day)).isEqualTo("CLOSED " + (MANY + 1)));
    province.eventually(() -> assertThat(rows(numbers.get(3))).hasSize(1));
    assertThat(rows(numbers.get(MANY - 1))).hasSize(1);
    assertThat(differences(day))
        .contains("MISSING_HERE HEALED")
        .doesNotContain("MISSING_HERE OPEN");
    assertThat(deliveries(receipts.get(3))).startsWith("DELIVERED", "DELIVERED");
    assertThat(deliveries(receipts.get(4))).as("exactly the missing ones").hasSize(others);
    assertThat(
            city.books()
                .owner()
                .queryForList(
                    "select distinct partner || ' ' || detail from event"
                        + " where milestone = 'ASKED_AGAIN' and message_id = ?",
                    String.class,
                    UUID.fromString(receipts.get(3).messageId())))
        .contains("province repetition 1");
  }

  /** The provincial database is one of the receivers that must confirm. */
  @Test
  void whatFellFallsInTheProvinceTooAndIsOwedUntilItHas() {
    String number = number();
    Reply decision = counted(RecordPaper.decision(number));
    city.eventually(() -> assertThat(open(decision)).isEqualTo("DELIVERED"));
    up.cut();

    Reply revocation = counted(RecordPaper.revocation(number));

    city.eventually(
        () -> assertThat(Withdrawals.of(city, revocation).told()).contains("province OPEN"));
    assertThat(standing(number)).containsExactly("IN_FORCE");
    up.mend();
    city.eventually(
        () -> {
          assertThat(Withdrawals.of(city, revocation).told()).contains("province MET");
          assertThat(Withdrawals.of(city, revocation).state()).isEqualTo("CONFIRMED");
        });
    province.eventually(() -> assertThat(standing(number)).containsExactly("CHANGED"));
    assertThat(rows(number)).as("the decision itself stays in the books").hasSize(1);
  }

  private static List<String> standing(String number) {
    return province
        .books()
        .owner()
        .queryForList(
            "select standing from province_open.penalty_decision where punish_file_num = ?",
            String.class,
            number);
  }

  private static List<String> deliveries(Reply receipt) {
    return city.operator().looksUp(receipt.messageId()).deliveries("province");
  }

  /** From the province through the city to the county, each version acknowledged by each level. */
  @Test
  void aCodeTableGoesDownAllLevelsVersionByVersion() {
    down.cut();
    List<String> versions = List.of("40", "41");
    versions.forEach(v -> province.part(OwnDoor.class).enter(codeTable(v)));
    down.mend();

    for (String version : versions) {
      city.eventually(() -> assertThat(toTheCounty(version)).hasSize(1));
      assertThat(delivered(province, version)).containsExactly("DELIVERED");
      city.eventually(() -> assertThat(delivered(city, version)).containsExactly("DELIVERED"));
    }
  }

  /** 归集共享: what a department reports to the province about the city's bodies is the city's too. */
  @Test
  void whatOthersReportOfTheRegionComesBackToItAndNotUpAgain() {
    String number = number();
    String identity = "story-" + UUID.randomUUID();
    PenaltyDecision reported =
        (PenaltyDecision)
            StandardXml.read(decision(number).with("recordUniqueIdentity", identity).xml());
    province.part(OwnDoor.class).enter(reported);

    city.eventually(
        () ->
            assertThat(
                    city.books()
                        .owner()
                        .queryForList(
                            "select m.sender from record r join message m on m.id = r.message_id"
                                + " where r.part > 0 and r.act_key like '%|' || ?",
                            String.class, number))
                .containsExactly("province"));
    assertThat(
            city.books()
                .owner()
                .queryForList(
                    "select d.id from delivery d join record r on r.id = d.record_id"
                        + " where d.receiver = 'province' and r.act_key like '%|' || ?",
                    number))
        .isEmpty();
  }

  private static StandardRecord codeTable(String version) {
    return StandardXml.read(
        RecordPaper.of("CodeTableUpdate", "changed-rows")
            .with("recordUniqueIdentity", "story-" + version)
            .with("tableVersion", version)
            .xml());
  }

  private static List<String> toTheCounty(String version) {
    return city.registry().effects().stream()
        .map(RestReceiver.Effect::body)
        .filter(body -> body.contains("<tableVersion>" + version + "</tableVersion>"))
        .toList();
  }

  private static List<String> delivered(StoryGateway by, String version) {
    return by.books()
        .owner()
        .queryForList(
            "select d.state from delivery d join record r on r.id = d.record_id"
                + " where d.receiver = 'region' and r.kind = 'CodeTableUpdate'"
                + " and convert_from(r.body, 'UTF8') like '%<tableVersion>' || ? || '<%'",
            String.class, version);
  }

  /** As after a restore of an older backup. */
  private static void loses(String number) {
    var owner = province.books().owner();
    owner.update("delete from province.penalty_decision where punish_file_num = ?", number);
    assertThat(
            owner.update(
                "update record set act_key = 'lost ' || id where act_key like '%|' || ?", number))
        .isEqualTo(1);
  }

  private static RecordPaper on(String day, RecordPaper paper) {
    return paper.with("cdTime", day + "T10:00:00+08:00");
  }

  private static RecordPaper decision(String number) {
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number);
  }

  private static String number() {
    return "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
  }

  /** Sent by a county, taken over by the city. */
  private static Reply counted(RecordPaper record) {
    Reply reply =
        city.desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", record.xml());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    return reply;
  }

  private static String open(Reply receipt) {
    return city.operator().looksUp(receipt.messageId()).delivery("province");
  }

  private static List<Map<String, Object>> rows(String number) {
    return province
        .books()
        .owner()
        .queryForList(
            "select * from province.penalty_decision where punish_file_num = ? order by revision",
            number);
  }

  private static String reconciled(String day, String field) {
    return reconciled(day).path(field).asString();
  }

  private static JsonNode reconciled(String day) {
    return province.operator().reads(DAYS + day).json().path(0);
  }

  /** State, and how many were stated, of one moment. */
  private static String closed(String day) {
    JsonNode now = reconciled(day);
    return now.path("state").asString() + " " + now.path("stated").asString();
  }

  private static List<String> differences(String day) {
    JsonNode all =
        province
            .operator()
            .reads("/api/v1/reconciliations/" + reconciled(day, "id") + "/differences")
            .json();
    return all.valueStream()
        .filter(each -> !each.path("sort").asString().equals("LATE"))
        .map(each -> each.path("sort").asString() + " " + each.path("state").asString())
        .toList();
  }
}
