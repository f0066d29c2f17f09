package io.enforcement.gateway.routes.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provincial database holds after records came, on a real PostgreSQL. */
class AggregationTest {

  private static final Instant AT = Instant.parse("2026-06-01T02:00:00Z");
  private static final String[] KINDS = {"PenaltyDecision", "Revocation", "DisciplineClue"};
  private static final int ORDERS = 60;
  private static final String STANDINGS =
      "select punish_file_num, standing, revision, act_year from province_open.penalty_decision";

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    province.aggregatesAll(new Random(0));
    province.empties(KINDS);
  }

  @Test
  void endsTheSameInWhateverOrderRecordsCome() {
    List<StandardRecord> story = story();
    come(story);
    province.aggregates(story.size());
    List<String> inOrder = province.held(KINDS);
    assertThat(inOrder).as("the same act by another way is no version").hasSize(story.size() - 1);
    assertThat(province.rows(STANDINGS))
        .containsExactly(
            "corrected IN_FORCE 3 2026",
            "moved IN_FORCE 2 2026",
            "revoked UNLAWFUL 1 2026",
            "revoked-in-error IN_FORCE 1 2026",
            "sent-again IN_FORCE 3 2026",
            "shared IN_FORCE 1 2026",
            "shared WITHDRAWN 2 2026",
            "twice-claimed IN_FORCE 1 2026",
            "wrongly-sent WITHDRAWN 2 2026");

    Random random = new Random(23);
    for (int order = 0; order < ORDERS; order++) {
      List<StandardRecord> shuffled = new ArrayList<>(story);
      story.stream().filter(record -> random.nextInt(3) == 0).forEach(shuffled::add);
      Collections.shuffle(shuffled, random);
      province.empties(KINDS);
      come(shuffled);
      province.aggregatesAll(random);
      assertThat(province.held(KINDS)).as("order %s", order).isEqualTo(inOrder);
    }
  }

  /** Corrections, withdrawals, revocations, repetitions, and a revision that two contents claim. */
  private static List<StandardRecord> story() {
    PenaltyDecision alone = Acts.decision("shared", 1, Operation.I);
    alone.getParties().remove(1);
    PenaltyDecision other = Acts.decision("twice-claimed", 1, Operation.I);
    other.setPunishResult("另一内容");
    return List.of(
        Acts.decision("corrected", 1, Operation.I),
        Acts.again(Acts.decision("corrected", 1, Operation.I)),
        Acts.decision("corrected", 2, Operation.U),
        Acts.decision("corrected", 3, Operation.U),
        Acts.decision("wrongly-sent", 1, Operation.I),
        Acts.decision("wrongly-sent", 2, Operation.D),
        Acts.decision("sent-again", 1, Operation.I),
        Acts.decision("sent-again", 2, Operation.D),
        Acts.decision("sent-again", 3, Operation.I),
        Acts.decision("revoked", 1, Operation.I),
        Acts.revocation("revoked", 1, Operation.I),
        Acts.decision("revoked-in-error", 1, Operation.I),
        Acts.revocation("revoked-in-error", 1, Operation.I),
        Acts.revocation("revoked-in-error", 2, Operation.D),
        Acts.on(Acts.decision("moved", 1, Operation.I), LocalDate.of(2025, 12, 31)),
        Acts.on(Acts.decision("moved", 2, Operation.U), LocalDate.of(2026, 1, 2)),
        alone,
        Acts.decision("shared", 1, Operation.I),
        Acts.decision("shared", 2, Operation.D),
        Acts.decision("twice-claimed", 1, Operation.I),
        other,
        Acts.sample("DisciplineClue", "dereliction.xml"));
  }

  private static void come(List<StandardRecord> records) {
    records.forEach(record -> province.arrives(record, "region", AT));
  }

  @Test
  void aDeathBeforeTheCommitLosesNothingAndDoesNothingTwice() {
    come(List.of(Acts.decision("A", 1, Operation.I), Acts.decision("A", 2, Operation.U)));

    province.diesAggregating(2);
    assertThat(province.held(KINDS)).isEmpty();
    assertThat(province.waiting()).isEqualTo(2);

    province.aggregates(2);
    assertThat(province.held(KINDS)).hasSize(2);
    assertThat(province.waiting()).isZero();
    assertThat(province.aggregates(2)).isZero();
  }

  @Test
  void aRowSaysWhereItIsFrom() {
    Instant before = TrialProvince.PACK_SINCE.minusSeconds(1);
    UUID message = province.arrives(Acts.decision("A", 1, Operation.I), "packed", AT);
    province.arrives(Acts.decision("B", 1, Operation.I), "packed", before);
    province.arrives(Acts.decision("C", 1, Operation.I), "plain", AT);
    province.aggregates(3);

    assertThat(
            province.rows(
                "select punish_file_num, source, region, mapping_version, standard_version,"
                    + " cd_batch from province.penalty_decision"))
        .containsExactly(
            "A packed 640104 pack 3 0123456789ab 1.0.0-draft 2026052100001",
            "B packed 640104 gateway 0.1 1.0.0-draft 2026052100001",
            "C plain 640104 gateway 0.1 1.0.0-draft 2026052100001");
    assertThat(
            province.rows(
                """
                select p.punish_file_num from province.penalty_decision p
                join message m on m.id = p.message_id and m.digest = p.message_digest and p.part = 1
                  and m.received_at = p.arrived_at
                join record r on r.message_id = m.id and r.created_at = p.translated_at
                where p.message_id = '%s' and p.cd_time = '2026-05-21T09:30:00+08' and p.aggregated_at >= p.translated_at
                """
                    .formatted(message)))
        .containsExactly("A");
  }

  @Test
  void everyFieldHasItsValueBack() {
    PenaltyDecision decision = Acts.decision("反斜杠\\制表\t换行\n", 1, Operation.I);
    decision.setPunishResult("\"引号\" {大括号} \\N");
    come(List.of(decision));
    province.aggregates(1);

    assertThat(
            province.rows(
                """
                select punish_file_num, punish_result, case_reference_filing_date, hearing,
                    jsonb_array_length(parties), parties -> 1 ->> 'name', officers -> 0 ->> 'certNo'
                from province.penalty_decision
                """))
        .containsExactly("反斜杠\\制表\t换行\n \"引号\" {大括号} \\N 2026-04-12 t 2 梁晓岚 640106001");
  }

  @Test
  void dataStaffSeeNothingPersonalAndNothingRestricted() {
    PenaltyDecision restricted = Acts.decision("B", 1, Operation.I);
    restricted.setRestricted(true);
    come(
        List.of(
            Acts.decision("A", 1, Operation.I),
            restricted,
            Acts.sample("DisciplineClue", "dereliction.xml")));
    province.aggregates(3);

    assertThat(as("province_reader", "select punish_file_num from province_open.penalty_decision"))
        .containsExactly("A");
    assertThat(
            as(
                "province_reader",
                "select jsonb_path_query(parties, 'strict $[*].keyvalue().key') #>> '{}'"
                    + " from province_open.penalty_decision"))
        .contains("uscc", "kind")
        .doesNotContain("name", "certificate", "legalRepresentative", "address");
    assertThat(
            province.rows(
                """
                select column_name from information_schema.columns
                where table_schema = 'province_open' and table_name = 'penalty_decision'
                """))
        .contains("punish_result")
        .doesNotContain("illegal_fact");
    assertThat(
            as(
                "province_restricted_reader",
                "select count(*) from province_restricted.discipline_clue"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "province.penalty_decision",
        "province.penalty_decision_2026",
        "province_restricted.discipline_clue",
        "gateway.record"
      })
  void dataStaffReadViewsOnly(String table) {
    come(List.of(Acts.decision("A", 1, Operation.I)));
    province.aggregates(1);

    assertThatThrownBy(() -> as("province_reader", "select count(*) from " + table))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private static List<String> as(String role, String query) {
    province.administrator().execute("set role " + role);
    try {
      return province.rows(query);
    } finally {
      province.administrator().execute("reset role");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select province.open_year('gateway', 'message', 2026)",
        "select province.open_year('province', 'waiting', 2026)",
        "select province.open_year('province', 'inspection', 3000)",
        "delete from province.penalty_decision",
        "update province.penalty_decision set revision = 9"
      })
  void theRunningGatewayCanChangeNothingElse(String statement) {
    assertThatThrownBy(() -> province.runtime().execute(statement))
        .rootCause()
        .hasMessageMatching("(?s)ERROR: (permission denied|no provincial table).*");
  }

  @Test
  void aFieldThatTheStandardGainsIsANewColumn() {
    TrialProvince older = new TrialProvince(server);
    older.administrator().execute("drop view province_open.inspection");
    older.administrator().execute("alter table province.inspection drop column check_form");
    // As if the tables had been made from another dictionary.
    older
        .administrator()
        .update("update province.flyway_schema_history set checksum = 1 where version is null");
    older.migrate();

    assertThat(older.rows("select count(check_form) from province.inspection"))
        .containsExactly("0");
    assertThat(older.rows("select count(check_form) from province_open.inspection"))
        .containsExactly("0");
  }
}
