package io.enforcement.gateway.routes.province.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Acts;
import io.enforcement.gateway.routes.province.TrialProvince;
import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Kept;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.KeptOnDay;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.MissingRecord;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of sources against what is held of them, on a real PostgreSQL. */
class ReconciliationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-06-01T10:00:00+08:00");
  private static final Instant IN_TIME = Instant.parse("2026-06-01T03:00:00Z");
  private static final Instant LATE = Instant.parse("2026-06-03T03:00:00Z");
  private static final ProvinceTable DECISIONS = ProvinceTable.of("PenaltyDecision").orElseThrow();
  private static final ProvinceTable INSPECTIONS = ProvinceTable.of("Inspection").orElseThrow();
  private static final int MANY = 100_000;

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;
  private static ReconciliationStore store;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
    store = new ReconciliationStore(province.runtime(), province.transaction(), province.trail());
    reconciliation = new Reconciliation(store, Duration.ofHours(12));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    province
        .administrator()
        .execute(
            "truncate province.difference, province.reconciliation, province.day_account,"
                + " province.penalty_decision, province.inspection");
  }

  @Test
  void aDayOfWhichAllIsHeldIsClosed() {
    comes("A", IN_TIME);
    comes("B", IN_TIME);

    ReconciliationStatement answer = states(sent(DECISIONS));
    assertThat(day()).extracting(Day::state, Day::held, Day::late).containsExactly("CLOSED", 2, 0);
    assertThat(answer.getMissingRecords()).isEmpty();
    assertThat(answer.getFineSum()).isPositive().isEqualByComparingTo(day().heldFines());
  }

  @Test
  void whatIsMissingIsAskedForAndHealsWhenItComes() {
    comes("A", IN_TIME);
    comes("B", IN_TIME);
    List<SentVersion> both = sent(DECISIONS);
    province
        .administrator()
        .execute("delete from province.penalty_decision where punish_file_num = 'B'");

    ReconciliationStatement answer = states(both);
    assertThat(day().state()).isEqualTo("DIFFERENT");
    assertThat(answer.getMissingRecords())
        .extracting(MissingRecord::getRecordKey)
        .containsExactly(Acts.BODY + "|302|B");
    store.heal(day(), DECISIONS);
    assertThat(day().state()).as("nothing has come").isEqualTo("DIFFERENT");

    comes("B", LATE);
    store.heal(day(), DECISIONS);
    assertThat(day().state()).isEqualTo("CLOSED");
    assertThat(differences()).containsExactly("MISSING_HERE HEALED");
  }

  @Test
  void everyDifferenceHasItsName() {
    comes("alike", IN_TIME);
    comes("late", LATE);
    comes("unstated", IN_TIME);
    comes("otherwise", IN_TIME);
    List<SentVersion> stated = new ArrayList<>();
    for (SentVersion version : sent(DECISIONS)) {
      if (version.actKey().endsWith("otherwise")) {
        stated.add(new SentVersion(version.actKey(), version.partyKey(), 1, "0".repeat(64)));
      } else if (!version.actKey().endsWith("unstated")) {
        stated.add(version);
      }
    }
    stated.add(new SentVersion(Acts.BODY + "|302|lost", "0123456789abcdef", 1, "1".repeat(64)));

    states(stated);
    assertThat(differences())
        .containsExactly(
            "CONTENT_DIFFERS OPEN", "LATE HEALED", "MISSING_HERE OPEN", "MISSING_THERE OPEN");
  }

  @Test
  void aSourceThatStatesNothingIsADifferenceUntilItDoes() {
    comes("A", IN_TIME);
    assertThat(store.nameSilent(DAY.minusDays(1))).as("not due yet").isZero();
    assertThat(store.nameSilent(DAY)).isEqualTo(1);
    assertThat(store.nameSilent(DAY)).as("told once").isZero();
    assertThat(differences()).containsExactly("NO_STATEMENT OPEN");

    states(sent(DECISIONS));
    assertThat(differences()).containsExactly("NO_STATEMENT HEALED");
    assertThat(day().state()).isEqualTo("CLOSED");
  }

  @Test
  void whatAnotherSourceSentIsNotMissing() {
    comes("A", IN_TIME);
    List<SentVersion> same = sent(DECISIONS);

    statesAs("another", DECISIONS, same);
    assertThat(store.days("another", DAY, null, 1))
        .extracting(Day::state)
        .containsExactly("CLOSED");
  }

  @Test
  void aPersonSignsOffOnce() {
    comes("unstated", IN_TIME);
    states(List.of());
    assertThat(day().state()).isEqualTo("DIFFERENT");

    assertThat(store.signOff(day().id(), "paper file 7", "data-officer")).isTrue();
    assertThat(day())
        .extracting(Day::state, Day::signedBy, Day::explanation)
        .containsExactly("SIGNED_OFF", "data-officer", "paper file 7");
    assertThat(differences()).containsExactly("MISSING_THERE EXPLAINED");
    assertThat(store.signOff(day().id(), "again", "data-officer")).isFalse();
    assertThat(
            province.rows(
                "select actor, partner, detail from event where milestone = 'DAY_SIGNED_OFF'"))
        .containsExactly("data-officer region PenaltyDecision 2026-06-01");
  }

  @Test
  void theSourceIsAskedAgainForWhatDidNotCome() {
    states(List.of(new SentVersion(Acts.BODY + "|302|lost", "", 1, "1".repeat(64))));
    assertThat(store.toAskAgain(2, Instant.now().minusSeconds(60), 9)).isEmpty();
    assertThat(store.toAskAgain(2, Instant.now().plusSeconds(60), 9)).hasSize(1);

    ReconciliationStatement again =
        province.transaction().execute(s -> reconciliation.again(day()));
    assertThat(again.getMissingRecords()).hasSize(1);
    assertThat(again.getRevision()).as("3 is the source's").isEqualTo(4);
    assertThat(again.getSenderCode()).isEqualTo("640106001");
    assertThat(day().asked()).isEqualTo(2);
  }

  /** 100,000 records of a day, of which ten are missing here. */
  @Test
  void aLargeDayIsComparedQuicklyAndLittleIsTold() {
    province
        .administrator()
        .execute(
            """
            select province.open_year('province', 'inspection', 2026);
            insert into province.inspection (act_year, act_key, party_key, revision, operation, latest, source,
                message_id, part, message_digest, content_digest, mapping_version, standard_version, arrived_at,
                translated_at, cd_time)
            select 2026, '1164010678L04X123X|202|JC-' || n, '', 1, 'I', true, 'region', gen_random_uuid(), 1,
                '\\x00', sha256(n::text::bytea), 'm', 's', '2026-06-01T03:00Z', now(), '2026-06-01T02:00Z'
            from generate_series(1, %d) n
            """
                .formatted(MANY));
    List<SentVersion> all = sent(INSPECTIONS);
    DigestTree source = DigestTree.of(all);
    province
        .administrator()
        .execute("delete from province.inspection where act_key ~ '\\|JC-[1-9]0000$'");

    long bytes = 0;
    long nanos = 0;
    int revision = 1;
    List<String> open = List.of("");
    ReconciliationStatement answer = null;
    while (!open.isEmpty()) {
      ReconciliationStatement statement = statement(INSPECTIONS, revision, MANY);
      Statements.open(source, open, statement);
      long begun = System.nanoTime();
      answer = province.transaction().execute(s -> reconciliation.compare("region", statement));
      nanos += System.nanoTime() - begun;
      bytes += StandardXml.write(statement).length + StandardXml.write(answer).length;
      open = answer.getDigestRanges().stream().map(Statements::prefix).toList();
      revision = answer.getRevision() + 1;
    }
    System.out.printf("a day of %d: %d ms, %d bytes both ways%n", MANY, nanos / 1_000_000, bytes);

    assertThat(answer.getMissingRecords()).hasSize(9);
    assertThat(bytes).as("of some 20 MB").isLessThan(300_000);
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void numbersThatDifferAreAskedForWhatIsBehindThem() {
    comes("a", IN_TIME);
    ReconciliationStatement numbers = statement(DECISIONS, 1, 2);

    ReconciliationStatement answer =
        province.transaction().execute(s -> reconciliation.compare("region", numbers));

    assertThat(answer.getDigestRanges()).extracting(Statements::prefix).containsExactly("");
    assertThat(day().state()).isEqualTo("COMPARING");
  }

  private static void comes(String number, Instant at) {
    PenaltyDecision decision = Acts.decision(number, 1, Operation.I);
    decision.setCdTime(SENT);
    province.arrives(decision, "region", at);
    province.aggregates(1);
  }

  private static List<SentVersion> sent(ProvinceTable table) {
    return store
        .keptOnDay(
            table,
            "region",
            Instant.parse("2026-05-31T16:00:00Z"),
            Instant.parse("2026-06-01T16:00:00Z"),
            LATE)
        .stream()
        .map(KeptOnDay::version)
        .map((Kept k) -> new SentVersion(k.actKey(), k.partyKey(), k.revision(), k.digest()))
        .toList();
  }

  private static ReconciliationStatement states(List<SentVersion> versions) {
    return statesAs("region", DECISIONS, versions);
  }

  private static ReconciliationStatement statesAs(
      String source, ProvinceTable table, List<SentVersion> versions) {
    ReconciliationStatement statement = statement(table, 1, versions.size());
    Statements.open(DigestTree.of(versions), List.of(""), statement);
    return province.transaction().execute(s -> reconciliation.compare(source, statement));
  }

  private static ReconciliationStatement statement(ProvinceTable table, int revision, int sent) {
    ReconciliationStatement statement = new ReconciliationStatement();
    statement.setRecordUniqueIdentity("statement-" + revision);
    statement.setCdOperation(Operation.I);
    statement.setRevision(revision);
    statement.setSenderCode("640106001");
    statement.setReceiverCode("640000900");
    statement.setMessageType(table.record().number());
    statement.setStatementDay(DAY);
    statement.setSent(sent);
    return statement;
  }

  private static Day day() {
    return store.days("region", DAY, null, 1).get(0);
  }

  private static List<String> differences() {
    return province.rows("select sort, state from province.difference");
  }
}
