package io.enforcement.gateway.benchmarks.province;

import io.enforcement.gateway.benchmarks.province.Acts.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The embedded database of the province's gateway, entered as its superuser: what the translation
 * would have kept is written, rows are counted and copied. Used by one thread.
 */
final class ProvinceBooks implements AutoCloseable {

  /** The tables that the run fills. */
  static final List<String> TABLES = List.of("inspection", "penalty_decision");

  private static final int PORT_LINE = 3;
  private static final int FILE = 1_000;
  private static final HexFormat HEX = HexFormat.of();

  private final Connection connection;

  private ProvinceBooks(Connection connection) {
    this.connection = connection;
  }

  static ProvinceBooks of(Path dataDirectory) throws IOException, SQLException {
    String port =
        Files.readAllLines(dataDirectory.resolve("postgres/postmaster.pid")).get(PORT_LINE).strip();
    String password = Files.readString(dataDirectory.resolve("secrets/database-superuser")).strip();
    return new ProvinceBooks(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/gateway?currentSchema=gateway",
            "postgres",
            password));
  }

  /**
   * Keeps records as the translation does, a thousand of one source in one message, and notes them
   * together: the gateway sees all of them or none. Triggers are off, so that it works on nothing
   * else meanwhile.
   */
  void keep(List<Act> acts) throws SQLException, IOException {
    execute("set session_replication_role = replica");
    connection.setAutoCommit(false);
    StringBuilder messages = new StringBuilder();
    StringBuilder records = new StringBuilder();
    StringBuilder notes = new StringBuilder();
    UUID message = null;
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (i % FILE == 0) {
        message = UUID.randomUUID();
        messages.append(
            "%s\t%s\trecord\trest\t%s\t\\\\x%s\ttext/plain\t\\\\x00\tTRANSLATED\tnow\tnow\n"
                .formatted(message, act.source(), message, digest(message)));
      }
      UUID record = UUID.randomUUID();
      records
          .append(record)
          .append('\t')
          .append(message)
          .append('\t')
          .append(i % FILE + 1)
          .append('\t')
          .append(act.kind())
          .append("\tACCEPTED\t")
          .append(act.key())
          .append('\t')
          .append(act.partyKey())
          .append('\t')
          .append(act.revision())
          .append("\t\\\\x")
          .append(HEX.formatHex(act.xml()))
          .append('\n');
      notes.append(record).append('\n');
    }
    copyIn(
        "message (id, sender, exchange, channel, idempotency_key, digest, content_type, body,"
            + " state, received_at, settled_at)",
        messages);
    copyIn(
        "record (id, message_id, part, kind, state, act_key, party_key, revision, body)", records);
    copyIn("province.waiting (record_id)", notes);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void copyIn(String into, StringBuilder lines) throws SQLException, IOException {
    copies().copyIn("copy " + into + " from stdin", new StringReader(lines.toString()));
  }

  /** Whether records wait to be aggregated. */
  boolean hasWaiting() throws SQLException {
    return number("select count(*) from (select 1 from province.waiting limit 1) as w") > 0;
  }

  long rows() throws SQLException {
    return counted("select count(*) from province.%s");
  }

  long acts() throws SQLException {
    return counted("select count(*) from province.%s where latest");
  }

  private long counted(String query) throws SQLException {
    long sum = 0;
    for (String table : TABLES) {
      sum += number(query.formatted(table));
    }
    return sum;
  }

  /** The revision that counts of an act; the question of every look-up by key. */
  int latestRevision(String actKey) throws SQLException {
    try (PreparedStatement question =
        connection.prepareStatement(
            "select revision from province.penalty_decision where act_key = ? and latest")) {
      question.setString(1, actKey);
      try (ResultSet row = question.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /** Empty tables with the same columns, partitions and indexes, in a schema of their own. */
  void makeTwins() throws SQLException {
    execute("create schema twin");
    for (String table : TABLES) {
      execute(
          "create table twin.%1$s (like province.%1$s including all) partition by list (act_year)"
              .formatted(table));
      try (Statement statement = connection.createStatement();
          ResultSet years =
              statement.executeQuery(
                  "select distinct act_year from province.%s".formatted(table))) {
        while (years.next()) {
          execute(
              "create table twin.%1$s_%2$d partition of twin.%1$s for values in (%2$d)"
                  .formatted(table, years.getInt(1)));
        }
      }
    }
  }

  /** Writes all rows of a table into a file, in the order in which they lie. */
  void export(String table, Path file) throws SQLException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      copies().copyOut("copy (select * from province." + table + ") to stdout", out);
    }
  }

  /** Copies a file into the twin of a table. */
  long copyIntoTwin(String table, Path file) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copies().copyIn("copy twin." + table + " from stdin", in, 1 << 16);
    }
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String digest(UUID message) {
    try {
      byte[] bytes = message.toString().getBytes(StandardCharsets.UTF_8);
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
