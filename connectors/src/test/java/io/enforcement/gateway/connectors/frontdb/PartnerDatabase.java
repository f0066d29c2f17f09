package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A partner's real database server, with a line to it that the gateway does not see, and the words
 * of its product that a test needs.
 */
public interface PartnerDatabase extends AutoCloseable {

  /** Invented, for servers that live as long as a test. */
  String PASSWORD = "invented";

  int port();

  String url(int port);

  /** The gateway's user. */
  String gateway();

  /** The partner's own user. */
  String owner();

  /** Column type: date and time at the partner's place. */
  String moment();

  /** Column type: a point in time. */
  String instant();

  /** A point in time from seconds since 1970. */
  String instantOf(long seconds);

  /** Seconds since 1970 from a column. */
  String secondsOf(String column);

  /** What the offset looks like in JSON where the product knows offsets. */
  String offset();

  /** SQLSTATE of a duplicate. */
  String duplicate();

  /** SQLSTATE of a missing value. */
  String missing();

  /** SQLSTATE of a violated check. */
  String check();

  /** Counts sessions of the gateway that wait for a lock. */
  String waiting();

  default ConnectorSettings settings(String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("url", url(port()));
    values.put("user", gateway());
    values.put("credentials", "credit");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ConnectorSettings("credit", values, name -> new Secret(PASSWORD));
  }

  default Wire wire() throws IOException {
    return new Wire(port());
  }

  default Connection line() throws SQLException {
    return DriverManager.getConnection(url(port()), owner(), PASSWORD);
  }

  default void runs(String... statements) throws SQLException {
    try (Connection line = line();
        Statement statement = line.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  default String tells(String question) {
    return lists(question).get(0);
  }

  default List<String> lists(String question) {
    try (Connection line = line();
        Statement statement = line.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      List<String> list = new ArrayList<>();
      while (answer.next()) {
        list.add(answer.getString(1));
      }
      return list;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  default boolean gatewayWaits() {
    return !tells(waiting()).equals("0");
  }

  @Override
  void close() throws IOException;
}
