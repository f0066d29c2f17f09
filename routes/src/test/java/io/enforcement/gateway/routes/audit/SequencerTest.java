package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.audit.TrailTrial.KeyInMemory;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.database.TrialServer.Trial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Positions, checkpoints and refusals, on a real database. */
class SequencerTest {

  @TempDir static Path directory;
  private static TrialServer server;

  @TempDir Path home;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256", "sm3"})
  void everyEventGetsAPositionAndACheckpoint(String algorithm) {
    TrailTrial trial = new TrailTrial(server.trial(), home, algorithm);
    trial.happens(2500);
    Sequencer sequencer = trial.sequencer();

    assertThat(sequencer.work()).isTrue();
    assertThat(sequencer.work()).isTrue();
    assertThat(sequencer.work()).isFalse();

    assertThat(trial.leaves())
        .extracting(Leaf::position)
        .containsExactlyElementsOf(LongStream.range(0, 2500).boxed().toList());
    assertThat(trial.files.all()).hasSize(3);
    assertThat(trial.files.head()).isEqualTo(trial.files.latest());
    assertThat(checkpoint(trial, trial.files.latest().orElseThrow()).size()).isEqualTo(2500);
    assertThat(trial.log.origin()).endsWith("/" + algorithm);
    assertThat(trial.check().problem()).isNull();
    assertThat(trial.check().signed()).isEqualTo(2500);
  }

  @Test
  void atRestNothingIsWritten() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    trial.happens(3);
    Sequencer sequencer = trial.sequencer();
    sequencer.work();
    long before = written(trial);

    sequencer.work();
    sequencer.work();
    trial.sequencer().work();

    assertThat(written(trial)).isEqualTo(before);
    assertThat(trial.files.all()).hasSize(1);
  }

  @Test
  void anEventThatCommitsLateGetsALaterPosition() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    Sequencer sequencer = trial.sequencer();
    AuditTrail another = new AuditTrail(trial.jdbc);
    trial.transaction.executeWithoutResult(
        status -> {
          trial.happens(1); // its number is drawn, its commit comes last
          Thread overtaking =
              new Thread(
                  () -> {
                    another.append(
                        AuditEvent.ofMessage(Milestone.RECEIVED, UUID.randomUUID(), "court", null));
                    sequencer.work();
                  });
          overtaking.start();
          join(overtaking);
        });
    sequencer.work();

    assertThat(trial.leaves())
        .extracting(leaf -> leaf.event().partner())
        .containsExactly("court", "housing");
    assertThat(trial.check().isGood()).isTrue();
  }

  @Test
  void aLateEventIsFoundByTheNextProcessToo() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    trial.transaction.executeWithoutResult(
        status -> {
          trial.happens(1);
          Thread overtaking =
              new Thread(
                  () -> {
                    new AuditTrail(trial.jdbc)
                        .append(
                            AuditEvent.ofMessage(
                                Milestone.RECEIVED, UUID.randomUUID(), "court", null));
                    trial.sequencer().work();
                  });
          overtaking.start();
          join(overtaking);
        });

    trial.sequencer().work();

    assertThat(trial.leaves()).hasSize(2);
    assertThat(trial.check().isGood()).isTrue();
  }

  @Test
  void onlyWhoHasTheTurnAppends() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    Sequencer one = trial.sequencer();
    Sequencer other = trial.sequencer();
    trial.happens(5);
    trial.turn(false);
    one.work();
    assertThat(trial.leaves()).isEmpty();

    trial.turn(true);
    one.work();
    trial.happens(5);
    other.work(); // begins now
    trial.happens(5);
    one.work(); // finds that another has gone on, and reads anew
    one.work();

    assertThat(trial.leaves()).hasSize(15);
    assertThat(trial.check().isGood()).isTrue();
  }

  @Test
  void whatWasCommittedButNotSignedIsSignedByTheNextProcess() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    trial.happens(5);
    Sequencer dies = trial.sequencer(TrailTrial.files(home.resolve("not-mounted")));
    assertThatThrownBy(dies::work).isInstanceOf(UncheckedIOException.class);
    assertThat(trial.leaves()).isEmpty();
    assertThat(trial.store.oldestUnpublished()).isPresent();

    Sequencer next = trial.sequencer();
    next.work();

    assertThat(checkpoint(trial, trial.files.latest().orElseThrow()).size()).isEqualTo(5);
    assertThat(trial.store.oldestUnpublished()).isEmpty();
  }

  @Test
  void whatCouldNotBeExportedIsExportedLater() throws Exception {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    Path volume = Files.createDirectory(home.resolve("volume"));
    CheckpointFiles files = new CheckpointFiles(home, volume, java.time.Clock.systemUTC());
    Sequencer sequencer = trial.sequencer(files);
    trial.happens(5);
    sequencer.work();
    Files.move(volume, home.resolve("unmounted"));
    trial.happens(5);
    assertThatThrownBy(sequencer::work).isInstanceOf(UncheckedIOException.class);
    assertThat(trial.store.oldestUnpublished()).isPresent();

    Files.move(home.resolve("unmounted"), volume);
    sequencer.work();

    assertThat(files.all()).hasSize(2);
    assertThat(trial.store.oldestUnpublished()).isEmpty();
    assertThat(trial.leaves()).hasSize(10);
  }

  @Test
  void anOldBackupIsAFork() {
    Trial database = server.trial();
    TrailTrial trial = new TrailTrial(database, home, "sha-256");
    trial.happens(5);
    trial.sequencer().work();
    trial.happens(5);
    Sequencer sequencer = trial.sequencer();
    sequencer.work();

    restore(database.administrator(), 5);
    trial.happens(1);

    assertThatThrownBy(trial.sequencer()::work)
        .isInstanceOf(Fork.class)
        .hasMessage("the tree has 5 leaves, but one of 10 was signed");
    // The process that was running all the time finds it too, before it signs.
    sequencer.work();
    assertThatThrownBy(sequencer::work).isInstanceOf(Fork.class);
    assertThat(trial.files.all()).hasSize(2);
    assertThat(trial.check().badPosition()).isEqualTo(5);
  }

  @Test
  @Peer(value = "postgresql-client", program = "psql")
  void theVerifierThatIsNotOursReadsTheDatabaseItself() throws Exception {
    Trial database = server.trial();
    TrailTrial trial = new TrailTrial(database, home, "sm3");
    trial.trail.append(
        new AuditEvent(
            Milestone.UNAUTHENTICATED, null, null, null, null, "gateway", "a\\b\t\"c\"\n字 🙂"));
    trial.happens(300);
    Sequencer sequencer = trial.sequencer();
    sequencer.work();
    assertThat(Verifier.read(database.connection(), home)).contains("good: 301 events");

    JdbcTemplate administrator = database.administrator();
    administrator.execute("set session_replication_role = replica");
    administrator.update(
        "update event set detail = 'x' where id = (select event_id from audit_leaf where position ="
            + " 7)");
    assertThat(Verifier.read(database.connection(), home)).contains("BAD at position 7:");
    assertThat(trial.check().badPosition()).isEqualTo(7);
  }

  @Test
  void aLogThatWasWrittenAnewAfterAnOldBackupIsAFork() {
    Trial database = server.trial();
    KeyInMemory key = new KeyInMemory();
    TrailTrial trial = new TrailTrial(database, home, TrailTrial.settings("sha-256"), key);
    trial.happens(5);
    trial.sequencer().work();
    restore(database.administrator(), 0);
    trial.happens(10);
    Path elsewhere = home.resolve("elsewhere");
    assertThat(elsewhere.toFile().mkdir()).isTrue();
    trial.sequencer(TrailTrial.files(elsewhere)).work();

    assertThatThrownBy(trial.sequencer()::work)
        .isInstanceOf(Fork.class)
        .hasMessage("the first 5 leaves are not those that were signed");
  }

  @Test
  void theRunningGatewayCanOnlyAdd() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    trial.happens(300);
    trial.sequencer().work();

    for (String table :
        List.of(
            "event",
            "audit_log",
            "audit_leaf",
            "audit_subtree",
            "audit_batch",
            "audit_checkpoint")) {
      assertThatThrownBy(() -> trial.jdbc.update("delete from " + table))
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> trial.jdbc.execute("truncate " + table))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> trial.jdbc.update("update audit_leaf set hash = hash"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                trial.jdbc.update(
                    "insert into event (at, milestone, actor) values (now(), 'RECEIVED', 'x')"))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_leaf set position = position + 1000000",
        "delete from audit_leaf",
        "delete from audit_subtree",
        "update audit_batch set size = size",
        "delete from audit_checkpoint",
        "update audit_log set origin = 'x'",
        "truncate audit_leaf",
        "truncate event"
      })
  void nobodyElseCanDoMoreWithoutTakingTheTriggersAway(String statement) {
    Trial database = server.trial();
    TrailTrial trial = new TrailTrial(database, home, "sha-256");
    trial.happens(300);
    trial.sequencer().work();

    assertThatThrownBy(() -> database.administrator().execute(statement))
        .hasMessageContaining("written once");
  }

  @Test
  void theAlgorithmStays() {
    Trial database = server.trial();
    KeyInMemory key = new KeyInMemory();
    new TrailTrial(database, home, TrailTrial.settings("sm3"), key);

    assertThatThrownBy(() -> new TrailTrial(database, home, TrailTrial.settings("sha-256"), key))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "gateway.audit.algorithm is sha-256, but the audit trail was begun with sm3 and keeps"
                + " it; set that.");
    assertThatCode(() -> new TrailTrial(database, home, TrailTrial.settings(null), key))
        .doesNotThrowAnyException();
    KeyInMemory another = new KeyInMemory();
    another.make(io.enforcement.gateway.routes.audit.note.SignatureKind.SM2, 1);
    assertThatThrownBy(() -> new TrailTrial(database, home, TrailTrial.settings(null), another))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("not the key that the audit trail was begun with");
  }

  @Test
  void theLimitsMayOnlyBeShorterAndTheTimeOnLineOnlyLonger() {
    assertThatThrownBy(
            () ->
                new AuditSettings(
                    null,
                    null,
                    "k",
                    null,
                    null,
                    Duration.ofDays(180),
                    null,
                    Duration.ofMinutes(16),
                    Duration.ofHours(4)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.audit.alarm-after");
    assertThatThrownBy(
            () ->
                new AuditSettings(
                    null,
                    null,
                    "k",
                    null,
                    null,
                    Duration.ofDays(180),
                    null,
                    Duration.ofMinutes(1),
                    Duration.ofHours(5)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.audit.stop-after");
    assertThatThrownBy(
            () ->
                new AuditSettings(
                    null,
                    null,
                    "k",
                    null,
                    null,
                    Duration.ofDays(179),
                    null,
                    Duration.ofMinutes(1),
                    Duration.ofHours(4)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.audit.online");
  }

  @Test
  void theOldestThatWaitsIsKnown() {
    TrailTrial trial = new TrailTrial(server.trial(), home, "sha-256");
    assertThat(trial.store.oldestUnpublished()).isEmpty();
    trial.happens(3);
    var first = trial.store.oldestUnpublished().orElseThrow();
    trial.happens(3);

    assertThat(trial.store.oldestUnpublished()).contains(first);
    trial.sequencer().work();
    assertThat(trial.store.oldestUnpublished()).isEmpty();
    trial.happens(1);
    assertThat(trial.store.oldestUnpublished().orElseThrow())
        .isAfter(first.plus(1, ChronoUnit.MICROS));
  }

  /** What an old backup holds: all that stood there at that size. */
  static void restore(JdbcTemplate administrator, long size) {
    administrator.execute("set session_replication_role = replica"); // no triggers
    administrator.update(
        "delete from event where id in (select event_id from audit_leaf where position >= ?)",
        size);
    administrator.update("delete from audit_leaf where position >= ?", size);
    administrator.update("delete from audit_batch where size > ?", size);
    administrator.update("delete from audit_checkpoint where size > ?", size);
    administrator.execute("set session_replication_role = origin");
  }

  private static Checkpoint checkpoint(TrailTrial trial, String note) {
    return Checkpoint.of(SignedNote.open(note, trial.log.verifyingKey()));
  }

  private static long written(TrailTrial trial) {
    return trial.jdbc.queryForObject(
        "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn", Long.class);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
