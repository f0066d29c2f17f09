package io.enforcement.gateway.benchmarks.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deadlines as the gateway's embedded database holds them, read from outside. */
final class DeadlineBooks implements AutoCloseable {

  private static final int PORT_LINE = 3;
  private static final Pattern NUMBER = Pattern.compile("7\\d{8}");

  private final Connection connection;

  private DeadlineBooks(Connection connection) {
    this.connection = connection;
  }

  /** Of a running gateway. */
  static DeadlineBooks of(Path dataDirectory) throws IOException, SQLException {
    String port =
        Files.readAllLines(dataDirectory.resolve("postgres/postmaster.pid")).get(PORT_LINE).strip();
    String password = Files.readString(dataDirectory.resolve("secrets/database-owner")).strip();
    return new DeadlineBooks(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/gateway?currentSchema=gateway",
            "gateway_owner",
            password));
  }

  /**
   * One deadline.
   *
   * @param told whether it was told that it is overdue
   */
  record Held(Instant due, String state, boolean told) {}

  /** All whose trigger names a number of ours, by that number and the rule. */
  Map<String, Held> all() throws SQLException {
    Map<String, Held> all = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rule, trigger, due_at, state, overdue_at is not null from deadline")) {
      while (rows.next()) {
        Matcher number = NUMBER.matcher(rows.getString(2));
        if (number.find()) {
          Instant due = rows.getTimestamp(3).toInstant();
          all.put(
              key(number.group(), rows.getString(1)),
              new Held(due, rows.getString(4), rows.getBoolean(5)));
        }
      }
    }
    return all;
  }

  static String key(Object number, String rule) {
    return number + " " + rule;
  }

  /** Records that have not been followed, or not been translated yet. */
  long waiting() throws SQLException {
    return count(
        "select (select count(*) from attention) + (select count(*) from message where state = 'RECEIVED')");
  }

  /** Deadlines that have ended one way or another. */
  long over() throws SQLException {
    return count("select count(*) from deadline where state <> 'OPEN'");
  }

  long open() throws SQLException {
    return count("select count(*) from deadline where state = 'OPEN'");
  }

  /** Open ones whose end has passed and that were not told yet. */
  long untold(Instant now) throws SQLException {
    return count(
        "select count(*) from deadline where state = 'OPEN' and overdue_at is null and unknown_years = '{}' and due_at <= '"
            + now
            + "'");
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
