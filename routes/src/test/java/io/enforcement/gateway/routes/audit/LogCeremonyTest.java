package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.audit.NewLog.Standing;
import io.enforcement.gateway.routes.audit.TrailTrial.KeyInMemory;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.database.TrialServer.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another key, and a new log after a fork: what was signed before counts on. */
class LogCeremonyTest {

  private static final String PROPOSER = "audit-administrator";
  private static final String APPROVER = "security-administrator";

  @TempDir static Path directory;
  private static TrialServer server;

  @TempDir Path home;
  private Trial database;
  private KeyInMemory key;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void aDatabase() {
    database = server.trial();
    key = new KeyInMemory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256", "sm3"})
  @Peer(value = "postgresql-client", program = "psql")
  void bothKeysCountForTheirTime(String algorithm) throws Exception {
    TrailTrial trial = begin(algorithm);
    trial.happens(5);
    String first = trial.log.verifyingKey().pem();
    Path trusted = Files.writeString(home.resolve("first.pem"), first);

    KeyRotation.Turned turned = trial.rotation().rotate(APPROVER);

    assertThat(turned.number()).isEqualTo(2);
    assertThat(turned.from()).isEqualTo(5);
    trial.happens(5);
    trial.sequencing.stop();
    assertThat(trial.check().problem()).isNull();
    assertThat(trial.check().signed()).isEqualTo(11);
    TrailTrial next = begin(algorithm);
    assertThat(next.log.verifyingKey().pem()).isEqualTo(turned.publicKey()).isNotEqualTo(first);
    assertThat(next.check().problem()).isNull();
    next.sequencing.stop();

    Path second = Files.writeString(home.resolve("second.pem"), turned.publicKey());
    for (Path each : List.of(trusted, second)) {
      assertThat(Verifier.read(database.connection(), home, "--key", each.toString()))
          .contains("good: 11 events");
    }
    Path foreign =
        Files.writeString(
            home.resolve("foreign.pem"),
            SigningKey.of("x", SigningKey.generate(SignatureKind.ED25519)).verifyingKey().pem());
    assertThat(Verifier.read(database.connection(), home, "--key", foreign.toString()))
        .contains("is none of the keys");
    Path published = home.resolve("key-2.txt");
    String told = Files.readString(published);
    Files.writeString(published, told.replace("\n5\n", "\n4\n"));
    assertThat(Verifier.read(database.connection(), home)).contains("another change of the key");
  }

  @Test
  void theOldKeySignsNothingMore() {
    TrailTrial trial = begin("sha-256");
    trial.happens(5);
    var old = trial.log.key();
    trial.rotation().rotate(APPROVER);
    trial.happens(5);
    trial.sequencing.stop();
    String late = SignedNote.sign(new Checkpoint(trial.log.origin(), 11, new byte[32]).text(), old);

    assertThatThrownBy(() -> trial.log.keys().checkpoint(late))
        .hasMessageContaining("not signed by");
  }

  @Test
  void aKeyThatNobodySignedForStopsTheStart() {
    TrailTrial trial = begin("sha-256");
    trial.happens(5);
    trial.sequencing.stop();
    trial.store.turn(2, "invented");

    assertThatThrownBy(() -> begin("sha-256"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("audit trail's keys");
  }

  @Test
  void anotherGatewayHasToBeStartedAnewAfterTheChange() {
    TrailTrial trial = begin("sha-256");
    TrailTrial other = new TrailTrial(database, home, TrailTrial.settings("sha-256"), key);
    trial.rotation().rotate(APPROVER);
    trial.sequencing.stop();

    assertThatThrownBy(other.sequencer()::work).hasMessageContaining("restart this one");
  }

  @Test
  @Peer(value = "postgresql-client", program = "psql")
  void aNewLogIsOpenedByTwoPeopleWhoNameTheOldHead() throws Exception {
    TrailTrial forked = forked();
    Standing standing = forked.newLog().standing();
    assertThat(standing.forked()).isTrue();
    assertThat(standing.size()).isEqualTo(10);
    assertThat(standing.leaves()).isEqualTo(5);

    NewLog ceremony = forked.newLog();
    assertThat(ceremony.approve(APPROVER).problem()).isEqualTo("nothing is proposed");
    assertThat(ceremony.propose(5, standing.root(), "backup", PROPOSER).problem())
        .isEqualTo("this is not the head of the log");
    assertThat(ceremony.propose(10, standing.root(), "disk lost", PROPOSER).problem()).isNull();
    assertThat(ceremony.approve(PROPOSER).problem()).contains("cannot approve");
    assertThat(ceremony.approve(APPROVER).problem()).isNull();
    forked.sequencing.stop();

    TrailTrial next = begin("sha-256");
    next.happens(3);
    next.sequencing.stop();

    assertThat(next.watch.isForked()).isFalse();
    assertThat(next.log.origin()).isNotEqualTo(forked.log.origin());
    assertThat(next.log.opening().head().origin()).isEqualTo(forked.log.origin());
    assertThat(next.check().problem()).isNull();
    assertThat(next.check().signed()).isEqualTo(10);
    assertThat(
            next.jdbc.queryForList(
                "select actor || ' ' || detail from event where milestone = 'NEW_LOG' order by id",
                String.class))
        .containsExactly(
            PROPOSER + " proposed after 10 " + standing.root(),
            APPROVER + " approved after 10 " + standing.root());
    assertThat(Verifier.read(database.connection(), home))
        .contains("good: 10 events")
        .contains("follows " + forked.log.origin())
        .contains("10 leaves")
        .contains(PROPOSER, APPROVER, "disk lost");
  }

  @Test
  void anotherForkOfTheNewLogIsOneToo() {
    TrailTrial forked = forked();
    Standing standing = forked.newLog().standing();
    forked.newLog().propose(10, standing.root(), "disk lost", PROPOSER);
    forked.newLog().approve(APPROVER);
    forked.sequencing.stop();
    TrailTrial next = begin("sha-256");
    next.happens(3);
    next.sequencing.stop();

    SequencerTest.restore(database.administrator(), 6);

    assertThatThrownBy(
            new TrailTrial(database, home, TrailTrial.settings(null), key).sequencer()::work)
        .isInstanceOf(Fork.class);
  }

  @Test
  void noNewLogOverWhatIsAltered() {
    TrailTrial forked = forked();
    JdbcTemplate administrator = database.administrator();
    administrator.execute("set session_replication_role = replica");
    administrator.update("update event set detail = 'x' where id = 2");
    Standing standing = forked.newLog().standing();
    forked.newLog().propose(10, standing.root(), "disk lost", PROPOSER);

    assertThat(forked.newLog().approve(APPROVER).problem())
        .contains("restore a backup that is whole first; position 1");
    forked.sequencing.stop();
  }

  @Test
  void onePersonAloneCannotEvenByHand() {
    TrailTrial trial = begin("sha-256");
    trial.sequencing.stop();

    assertThatThrownBy(
            () ->
                trial.store.open(
                    new AuditLog.Row(2, "x", "sha-256", "ed25519", "k", 1, "s"), "one", "one"))
        .hasMessageContaining("check constraint");
    assertThat(trial.newLog().propose(0, "", "because", "one").problem())
        .isEqualTo("the log has not forked");
  }

  private TrailTrial begin(String algorithm) {
    TrailTrial trial = new TrailTrial(database, home, TrailTrial.settings(algorithm), key);
    trial.sequencing.start();
    return trial;
  }

  /** Ten leaves were signed, five are here. */
  private TrailTrial forked() {
    TrailTrial trial = begin("sha-256");
    trial.happens(5);
    trial.sequencing.apart(() -> null);
    trial.happens(5);
    trial.sequencing.stop();
    SequencerTest.restore(database.administrator(), 5);
    TrailTrial next = begin("sha-256");
    assertThatThrownBy(() -> next.sequencing.apart(() -> null))
        .isInstanceOf(IllegalStateException.class);
    return next;
  }
}
