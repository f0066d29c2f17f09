package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Aggregation.Batch;
import io.enforcement.gateway.routes.province.store.ProvinceDatabase;
import io.enforcement.gateway.routes.province.store.ProvinceStore;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.store.PackStore.Version;
import io.enforcement.gateway.routes.store.Sha256;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A provincial database on a real server, and what the translation would have written beside it.
 */
public final class TrialProvince {

  public static final String REGION = "640104";
  static final Instant PACK_SINCE = Instant.parse("2026-03-01T00:00:00Z");
  static final Version PACK =
      new Version(
          "packed",
          3,
          "0123456789abcdef",
          false,
          false,
          PACK_SINCE,
          "folder",
          PACK_SINCE,
          "x",
          null);

  private static final String READER = "province_reader";
  private static final String RESTRICTED_READER = "province_restricted_reader";

  private final TrialServer.Trial trial;
  private final JdbcTemplate runtime;
  private final JdbcTemplate analysis;
  private final JdbcTemplate administrator;
  private final TransactionTemplate transaction;
  private final ProvinceStore store;
  private final Aggregation aggregation;

  public TrialProvince(TrialServer server) {
    trial = server.trial();
    migrate();
    DataSource source = trial.runtime();
    runtime = new JdbcTemplate(source);
    analysis = new JdbcTemplate(trial.analysis());
    administrator = trial.administrator();
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    store = new ProvinceStore(runtime);
    Origins origins =
        new Origins(
            partner -> Optional.of(REGION),
            partner -> partner.equals("packed") ? List.of(PACK) : List.of(),
            "0.1");
    aggregation = new Aggregation(store, () -> origins);
  }

  void migrate() {
    ProvinceDatabase.migrate(trial.access(), READER, RESTRICTED_READER);
  }

  /** Keeps a record as the translation does, in a message of its own. */
  public UUID arrives(StandardRecord record, String source, Instant at) {
    return arrives(
        record.getClass().getSimpleName(),
        record.getRevision(),
        StandardXml.write(record),
        source,
        at);
  }

  UUID arrives(String kind, int revision, byte[] body, String source, Instant at) {
    UUID message = comes(body, source, at);
    runtime.update(
        """
        insert into record (id, message_id, part, kind, state, revision, body) values (?, ?, 1, ?, 'ACCEPTED', ?, ?)
        """,
        UUID.randomUUID(),
        message,
        kind,
        revision,
        body);
    return message;
  }

  private UUID comes(byte[] body, String source, Instant at) {
    UUID message = UUID.randomUUID();
    runtime.update(
        """
        insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at)
        values (?, ?, 'record', 'rest', ?, ?, 'application/xml', ?, ?)
        """,
        message,
        source,
        message.toString(),
        Sha256.of(body),
        body,
        Timestamp.from(at));
    return message;
  }

  /** What the check of a message's record found, before it is aggregated. */
  public void finds(UUID message, String findings) {
    administrator.update(
        "update record set findings = ?::jsonb where message_id = ?", findings, message);
  }

  /** Refuses a record as the translation does, in a message of its own. */
  public void refuses(String kind, String findings, String source, Instant at) {
    UUID message = comes(new byte[0], source, at);
    runtime.update(
        """
        insert into record (id, message_id, part, kind, state, findings) values (?, ?, 1, ?, 'REFUSED', ?::jsonb)
        """,
        UUID.randomUUID(),
        message,
        kind,
        findings);
  }

  /** Aggregates until nothing waits, cut as it happens to fall. */
  void aggregatesAll(Random random) {
    while (aggregation.hasWork()) {
      aggregates(1 + random.nextInt(5));
    }
  }

  public int aggregates(int limit) {
    Batch batch = aggregation.read(limit, Batch.NOTHING);
    return Boolean.TRUE.equals(transaction.execute(status -> aggregation.write(batch)))
        ? batch.arrived().size()
        : 0;
  }

  /** The process ends after the rows are written and before the commit. */
  void diesAggregating(int limit) {
    transaction.executeWithoutResult(
        status -> {
          aggregation.write(aggregation.read(limit, Batch.NOTHING));
          status.setRollbackOnly();
        });
  }

  int waiting() {
    return runtime.queryForObject("select count(*) from province.waiting", Integer.class);
  }

  /** Rows as text, sorted. */
  public List<String> rows(String query) {
    return administrator.query(query, (row, n) -> text(row)).stream().sorted().toList();
  }

  private static String text(ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.append(i == 1 ? "" : " ").append(row.getString(i));
    }
    return text.toString();
  }

  /** Everything that the provincial database says of these kinds, without where it is from. */
  List<String> held(String... kinds) {
    return List.of(kinds).stream()
        .flatMap(kind -> rows(history(ProvinceTable.of(kind).orElseThrow())).stream())
        .toList();
  }

  private static String history(ProvinceTable table) {
    return """
    select '%s', act_key, party_key, revision, operation, latest, act_year, encode(content_digest, 'hex')
    from %s\
    """
        .formatted(table.name(), table.qualified());
  }

  void empties(String... kinds) {
    for (String kind : kinds) {
      administrator.execute("truncate " + ProvinceTable.of(kind).orElseThrow().qualified());
    }
  }

  public AuditTrail trail() {
    return new AuditTrail(runtime);
  }

  public TransactionTemplate transaction() {
    return transaction;
  }

  public JdbcTemplate administrator() {
    return administrator;
  }

  /** Reads only, as analyses do. */
  public JdbcTemplate analysis() {
    return analysis;
  }

  public JdbcTemplate runtime() {
    return runtime;
  }
}
