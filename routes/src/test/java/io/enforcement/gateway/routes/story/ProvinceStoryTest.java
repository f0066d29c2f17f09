package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway that is the province's: what a region sends is in the provincial database. */
class ProvinceStoryTest {

  private static final String NOT_A_RECORD = "<this/>";

  private static StoryGateway gateway;
  private static Books books;

  @BeforeAll
  static void start() {
    gateway =
        StoryGateway.with(
            site ->
                Map.of(
                    "gateway.province.enabled",
                    true,
                    "gateway.partners.region.settings.region",
                    "640106"));
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
