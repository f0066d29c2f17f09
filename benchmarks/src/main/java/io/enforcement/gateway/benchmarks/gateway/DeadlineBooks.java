package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deadlines as the gateway's embedded database holds them, read from outside. Used by one
 * thread.
 */
public final class DeadlineBooks implements AutoCloseable {

  private static final int PORT_LINE = 3;

  private final Connection connection;

  private DeadlineBooks(Connection connection) {
    this.connection = connection;
  }

  /** Of a running gateway. */
  public static DeadlineBooks of(Path dataDirectory) throws IOException, SQLException {
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
  public record Held(Instant due, String state, boolean told) {}

  /**
   * All whose trigger names a number of this form, by that number and the rule; several of one
   * number and rule in one list.
   */
  public Map<String, List<Held>> all(Pattern form) throws SQLException {
    Map<String, List<Held>> all = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rule, trigger, due_at, state, overdue_at is not null from deadline")) {
      while (rows.next()) {
        Matcher number = form.matcher(rows.getString(2));
        if (number.find()) {
          Instant due = rows.getTimestamp(3).toInstant();
          all.computeIfAbsent(key(number.group(), rows.getString(1)), k -> new ArrayList<>())
              .add(new Held(due, rows.getString(4), rows.getBoolean(5)));
        }
      }
    }
    return all;
  }

  /** Under which a deadline is found. */
  public static String key(Object number, String rule) {
    return number + " " + rule;
  }

  /** Records that have not been followed, or not been translated yet. */
  public long waiting() throws SQLException {
    return count(
        "select (select count(*) from attention) + (select count(*) from message where state = 'RECEIVED')");
  }

  /** Deadlines that have ended one way or another. */
  public long over() throws SQLException {
    return count("select count(*) from deadline where state <> 'OPEN'");
  }

  /** Deadlines that have not ended. */
  public long open() throws SQLException {
    return count("select count(*) from deadline where state = 'OPEN'");
  }

  /** Open ones whose end has passed and that were not told yet. */
  public long untold(Instant now) throws SQLException {
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
