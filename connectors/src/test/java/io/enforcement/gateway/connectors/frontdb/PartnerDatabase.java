package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A partner's real PostgreSQL, with a line to it that the gateway does not see. */
final class PartnerDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  PartnerDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  ConnectorSettings settings(String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("url", url());
    values.put("user", "postgres");
    values.put("credentials", "credit");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ConnectorSettings("credit", values, name -> new Secret("postgres"));
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  Connection line() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  void runs(String... statements) throws SQLException {
    try (Connection line = line();
        Statement statement = line.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String tells(String question) {
    try (Connection line = line();
        Statement statement = line.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True once it cut a connection of the gateway that waits for a lock. */
  boolean killsTheWaitingGateway() {
    return !tells(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE application_name = 'enforcement-gateway' AND wait_event_type = 'Lock'")
        .equals("0");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
