package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.database.TrialServer.Trial;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A trail on a real database, with its files in a directory of its own. */
final class TrailTrial {

  final JdbcTemplate jdbc;
  final TransactionTemplate transaction;
  final TreeStore store;
  final AuditTrail trail;
  final AuditLog log;
  final CheckpointFiles files;
  final Archives archives;
  final AuditWatch watch;
  final Sequencing sequencing;
  private final LogKey key;
  private final Witness witness;
  private final Path home;
  private boolean turn = true;

  TrailTrial(Trial database, Path home, String algorithm) {
    this(database, home, settings(algorithm), new KeyInMemory());
  }

  TrailTrial(Trial database, Path home, AuditSettings settings, LogKey key) {
    DataSource pool = database.runtime();
    this.home = home;
    jdbc = new JdbcTemplate(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    store = new TreeStore(jdbc);
    trail = new AuditTrail(jdbc);
    log = AuditLog.of(settings, key, store);
    files = files(home);
    this.key = key;
    watch = new AuditWatch(settings, store, new SimpleMeterRegistry());
    witness =
        new Witness(settings, Clock.systemUTC(), new SimpleMeterRegistry(), Duration.ofMillis(50));
    sequencing = new Sequencing(sequencer(), watch);
    archives = archives(home, settings);
  }

  private Archives archives(Path directory, AuditSettings settings) {
    JsonMapper json = JsonMapper.shared();
    ArchiveFiles archived = new ArchiveFiles(directory, json);
    return new Archives(
        settings,
        log,
        store,
        new ArchiveStore(jdbc),
        archived,
        new ArchiveCheck(log, archived, json),
        trail,
        transaction);
  }

  static AuditSettings settings(String algorithm) {
    return new AuditSettings(
        algorithm,
        null,
        "audit-key",
        null,
        null,
        Duration.ofDays(180),
        null,
        Duration.ofMinutes(15),
        Duration.ofHours(4));
  }

  /** A key that lies nowhere. */
  static final class KeyInMemory implements LogKey {

    private final Map<Integer, String> keys = new HashMap<>();

    @Override
    public Optional<String> find(int number) {
      return Optional.ofNullable(keys.get(number));
    }

    @Override
    public String make(SignatureKind kind, int number) {
      keys.put(number, SigningKey.generate(kind));
      return keys.get(number);
    }
  }

  static CheckpointFiles files(Path home) {
    return new CheckpointFiles(home, home, Clock.systemUTC());
  }

  /** A process that begins now. */
  Sequencer sequencer() {
    return sequencer(files);
  }

  Sequencer sequencer(CheckpointFiles elsewhere) {
    return new Sequencer(log, store, elsewhere, transaction, () -> turn, witness);
  }

  KeyRotation rotation() {
    return new KeyRotation(log, key, store, files, sequencing, transaction, trail);
  }

  NewLog newLog() {
    return new NewLog(log, key, store, files, archives, watch, transaction, trail);
  }

  /** Another gateway has the turn, or gives it back. */
  void turn(boolean ours) {
    turn = ours;
  }

  Path home() {
    return home;
  }

  /** Events of messages that came in and were translated. */
  void happens(int events) {
    List<AuditEvent> all = new ArrayList<>();
    while (all.size() < events) {
      UUID message = UUID.randomUUID();
      all.add(AuditEvent.ofMessage(Milestone.RECEIVED, message, "housing", "sha256:" + message));
      all.add(AuditEvent.ofPart(Milestone.TRANSLATED, message, 1, "housing", "行政处罚决定"));
    }
    trail.append(all.subList(0, events));
  }

  TrailCheck.Result check() {
    List<String> notes = new ArrayList<>(files.all());
    files.head().ifPresent(notes::add);
    return new TrailReader(log, store).check(notes, archives.archived());
  }

  List<Leaf> leaves() {
    return store.leaves(0, Integer.MAX_VALUE);
  }
}
