package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.audit.Archives.Outcome;
import io.enforcement.gateway.routes.audit.Archives.Step;
import io.enforcement.gateway.routes.audit.Evidence.Proven;
import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.database.TrialServer.Trial;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Months of events that leave the database, on a real one. */
class ArchivesTest {

  private static final YearMonth FIRST = YearMonth.now(ZoneOffset.UTC).minusMonths(10);
  private static final YearMonth SECOND = FIRST.plusMonths(1);
  private static final YearMonth YOUNG = FIRST.plusMonths(6);
  private static final UUID OLD_MESSAGE = message(FIRST);

  @TempDir static Path directory;
  private static TrialServer server;

  @TempDir Path home;
  private Trial database;
  private JdbcTemplate administrator;
  private TrailTrial trial;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void eventsOfManyMonths() {
    database = server.trial();
    administrator = database.administrator();
    trial = new TrailTrial(database, home, "sha-256");
    happened(FIRST, OLD_MESSAGE, "RECEIVED", "TRANSLATED");
    for (int i = 0; i < 150; i++) {
      happened(FIRST, UUID.randomUUID(), "RECEIVED", "TRANSLATED");
    }
    seal();
    happened(SECOND, OLD_MESSAGE, "TRANSLATED");
    happened(SECOND, UUID.randomUUID(), "RECEIVED");
    happened(YOUNG, UUID.randomUUID(), "RECEIVED", "TRANSLATED");
    seal();
    trial.happens(20);
    seal();
  }

  @Test
  void whatIsDueGoesIntoFilesAndLeavesTheDatabase() {
    assertThat(trial.archives.run(null, true, "nobody").months())
        .extracting(Step::month)
        .containsExactly(FIRST.toString(), SECOND.toString());
    assertThat(files()).isEmpty();

    Outcome outcome = trial.archives.run(null, false, "audit-administrator");

    assertThat(outcome.problem()).isNull();
    assertThat(outcome.months())
        .containsExactly(
            new Step(FIRST.toString(), 0, 302, "events-" + FIRST + ".ndjson.gz"),
            new Step(SECOND.toString(), 302, 306, "events-" + SECOND + ".ndjson.gz"));
    assertThat(trial.jdbc.queryForObject("select min(id) from event", Long.class)).isEqualTo(305);
    assertThat(trial.jdbc.queryForObject("select count(*) from audit_leaf", Long.class))
        .isEqualTo(326);
    assertThat(
            trial.jdbc.queryForList(
                "select milestone || ' ' || actor from event where milestone like 'EVENTS%' order"
                    + " by id",
                String.class))
        .containsExactly(
            "EVENTS_ARCHIVED audit-administrator",
            "EVENTS_DROPPED audit-administrator",
            "EVENTS_ARCHIVED audit-administrator",
            "EVENTS_DROPPED audit-administrator");
    seal();
    assertThat(trial.check().problem()).isNull();
    assertThat(trial.archives.firstBad()).isNull();
    assertThat(trial.archives.archived()).isEqualTo(306);
  }

  @Test
  void atRestNothingIsWritten() {
    trial.archives.run(null, false, "gateway");
    ArchiveJob job = job();
    job.lookAtStart();
    seal();
    long before = written();

    job.work();
    job.work();

    assertThat(written()).isEqualTo(before);
  }

  @Test
  void onlyUpToTheMonthThatIsNamed() {
    assertThat(trial.archives.run(FIRST, false, "gateway").months()).hasSize(1);
    assertThat(files()).hasSize(2);

    assertThat(trial.archives.run(null, false, "gateway").months())
        .extracting(Step::month)
        .containsExactly(SECOND.toString());
  }

  @Test
  @Peer(value = "postgresql-client", program = "psql")
  void theVerifierThatIsNotOursGoesThroughArchivesAndDatabase() throws Exception {
    trial.archives.run(null, false, "gateway");
    seal();

    assertThat(Verifier.read(database.connection(), home, "--archives", home.toString()))
        .contains("good: 330 events", "306 of them archived");
    assertThat(Verifier.read(database.connection(), home)).contains("good: 330 events");
    assertThat(Verifier.run(file(SECOND))).contains("good: 4 events", "from position 302");

    Files.write(file(SECOND), new byte[] {31, 32}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(Verifier.read(database.connection(), home, "--archives", home.toString()))
        .contains("BAD at position 302: the archive file of " + SECOND);
    assertThat(trial.archives.firstBad().badPosition()).isEqualTo(302);
    Files.copy(file(FIRST), file(SECOND), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(trial.archives.firstBad().badPosition()).isEqualTo(302);
  }

  @Test
  void anArchivedMessageIsStillProven() {
    trial.archives.run(null, false, "gateway");
    seal();

    Evidence evidence =
        new Evidences(trial.log, trial.store, trial.archives).of(OLD_MESSAGE).orElseThrow();

    assertThat(evidence.events()).extracting(Proven::position).containsExactly(0L, 1L, 302L);
    assertThat(evidence.events()).allSatisfy(event -> assertThat(event.proof()).isNotEmpty());
  }

  @Test
  void whatHappenedToAnArchivedMessageIsStillTold() {
    Evidences evidences = new Evidences(trial.log, trial.store, trial.archives);
    assertThat(evidences.archived(OLD_MESSAGE)).isEmpty();

    trial.archives.run(null, false, "gateway");

    assertThat(evidences.archived(OLD_MESSAGE))
        .extracting(each -> each.position() + " " + each.event().milestone())
        .containsExactly("0 RECEIVED", "1 TRANSLATED", "302 TRANSLATED");
    assertThat(evidences.archived(UUID.randomUUID())).isEmpty();
  }

  @Test
  void whatWasAlteredAfterItWasWrittenIsNotDropped() throws Exception {
    trial.archives.run(FIRST, false, "gateway");
    long events = events();
    administrator.update(
        "insert into audit_archive (month, size, note) select month, 306, "
            + "(select note from audit_archive) from event_month where month = ?::date",
        SECOND.atDay(1).toString());

    assertThat(trial.archives.run(null, false, "gateway").problem())
        .contains(file(SECOND).getFileName().toString());
    Files.copy(file(FIRST), file(SECOND));
    assertThat(trial.archives.run(null, false, "gateway").problem()).contains("is of another one");
    assertThat(events()).isEqualTo(events);
  }

  @Test
  void anEventThatSomebodyTookAwayIsNotArchivedOver() {
    administrator.execute("set session_replication_role = replica");
    administrator.update("delete from event where id = 7");

    Outcome outcome = trial.archives.run(null, false, "gateway");

    assertThat(outcome.problem()).isEqualTo("the event at position 6 is gone");
    assertThat(files()).isEmpty();
    assertThat(events()).isEqualTo(325);
  }

  @Test
  void aRunThatWasStoppedIsTakenUp() throws Exception {
    // Stopped after the file was written, before anybody noted it.
    Files.writeString(file(FIRST), "half");
    // Stopped after it was noted, before the month was dropped: the drop is refused once.
    administrator.execute("revoke execute on function drop_event_month from gateway_runtime");
    assertThatThrownBy(() -> trial.archives.run(FIRST, false, "gateway"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(events()).isEqualTo(327);
    administrator.execute("grant execute on function drop_event_month to gateway_runtime");

    assertThat(trial.archives.run(null, false, "gateway").months()).hasSize(2);
    seal();
    assertThat(trial.check().problem()).isNull();
  }

  @Test
  void theRunningGatewayDropsNothingElse() {
    assertThatThrownBy(() -> drop(YOUNG)).rootCause().hasMessageContaining("stay on line for 180");
    assertThatThrownBy(() -> drop(YearMonth.now(ZoneOffset.UTC)))
        .rootCause()
        .hasMessageContaining("stay on line for 180");
    assertThatThrownBy(() -> drop(SECOND)).rootCause().hasMessageContaining("older month");
    assertThatThrownBy(() -> drop(FIRST)).rootCause().hasMessageContaining("is not archived");
    pretend(FIRST, 300);
    assertThatThrownBy(() -> drop(FIRST)).rootCause().hasMessageContaining("ends at no checkpoint");
    assertThatThrownBy(
            () -> trial.jdbc.execute("drop table event_" + FIRST.toString().replace('-', '_')))
        .rootCause()
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> trial.jdbc.update("update event_month set dropped_at = now()"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> trial.jdbc.update("delete from audit_archive"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(events()).isEqualTo(326);
  }

  @Test
  void anArchiveThatIsTooShortDropsNothing() {
    administrator.update("insert into audit_checkpoint (size, note) values (301, 'invented')");
    pretend(FIRST, 301);

    assertThatThrownBy(() -> drop(FIRST)).rootCause().hasMessageContaining("1 events of");
  }

  @Test
  void theMonthsAheadAreMade() {
    administrator.execute("drop table " + partition(2));
    administrator.update(
        "delete from event_month where month = ?::date",
        YearMonth.now(ZoneOffset.UTC).plusMonths(2).atDay(1).toString());
    ArchiveJob job = job();

    job.lookAtStart();

    assertThat(job.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(
            trial.jdbc.queryForObject(
                "select to_regclass('" + partition(2) + "') is not null", Boolean.class))
        .isTrue();
  }

  @Test
  void aMonthThatCannotBeMadeIsAnAlarm() {
    administrator.execute("drop table " + partition(3));
    administrator.update(
        "delete from event_month where month = ?::date",
        YearMonth.now(ZoneOffset.UTC).plusMonths(3).atDay(1).toString());
    administrator.execute("revoke execute on function open_event_month from gateway_runtime");
    ArchiveJob job = job();

    job.lookAtStart();

    assertThat(job.health().getStatus().getCode()).isEqualTo("DOWN");
    assertThat(job.health().getDetails()).containsEntry("monthsAhead", 2);
  }

  @Test
  void theEventsOfBeforeStayWhenTheSchemaIsBroughtUpToDate() {
    Trial earlier = server.trialBefore("21");
    JdbcTemplate owner = earlier.administrator();
    owner.update(
        "insert into event (at, milestone, actor) values (now() - interval '70 days', 'RECEIVED',"
            + " 'housing'), (now(), 'TRANSLATED', 'gateway')");
    owner.queryForList("select nextval(pg_get_serial_sequence('event', 'id'))"); // rolled back once

    server.migrate(earlier);

    TrailTrial after = new TrailTrial(earlier, home.resolve("after"), "sha-256");
    after.trail.append(AuditEvent.ofFile(Milestone.RECEIVED, null, "court", null));
    assertThat(owner.queryForList("select id || ' ' || actor from event order by id", String.class))
        .containsExactly("1 housing", "2 gateway", "4 court");
    assertThat(owner.queryForList("select events from event_month order by month", String.class))
        .hasSize(4);
    assertThatThrownBy(() -> owner.update("delete from event where id = 1"))
        .hasMessageContaining("written once");
    assertThatThrownBy(() -> owner.execute("truncate " + partition(0)))
        .hasMessageContaining("written once");
  }

  private ArchiveJob job() {
    return new ArchiveJob(
        TrailTrial.settings("sha-256"),
        new ArchiveStore(trial.jdbc),
        trial.archives,
        new SimpleMeterRegistry());
  }

  private void happened(YearMonth month, UUID message, String... milestones) {
    administrator.query("select open_event_month(?::date)", row -> {}, month.atDay(1).toString());
    for (String milestone : milestones) {
      administrator.update(
          "insert into event (at, milestone, message_id, actor) values (?::date + interval '10"
              + " days', ?, ?, 'housing')",
          month.atDay(1).toString(),
          milestone,
          message);
    }
  }

  private void pretend(YearMonth month, long size) {
    trial.jdbc.update(
        "insert into audit_archive (month, size, note) values (?::date, ?, 'invented')",
        month.atDay(1).toString(),
        size);
  }

  private void drop(YearMonth month) {
    trial.transaction.executeWithoutResult(
        status -> new ArchiveStore(trial.jdbc).drop(month, "somebody"));
  }

  private void seal() {
    trial.sequencer().work();
  }

  private long events() {
    return trial.jdbc.queryForObject("select count(*) from event", Long.class);
  }

  private long written() {
    return trial.jdbc.queryForObject(
        "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn", Long.class);
  }

  private Path file(YearMonth month) {
    return home.resolve("events-" + month + ".ndjson.gz");
  }

  private List<String> files() {
    return List.of(home.toFile().list((folder, name) -> name.startsWith("events-")));
  }

  private static String partition(int ahead) {
    return "event_" + YearMonth.now(ZoneOffset.UTC).plusMonths(ahead).toString().replace('-', '_');
  }

  private static UUID message(YearMonth month) {
    long millis = month.atDay(11).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return new UUID(millis << 16 | 0x7000, 0x8000000000000001L);
  }
}
