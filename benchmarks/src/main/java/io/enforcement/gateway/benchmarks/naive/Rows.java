package io.enforcement.gateway.benchmarks.naive;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.benchmarks.machine.Database;
import java.sql.SQLException;

/** The one row per message, each in a commit of its own that is on disk when it returns. */
final class Rows implements AutoCloseable {

  private final HikariDataSource pool = new HikariDataSource();

  Rows(Database database, int connections) throws SQLException {
    pool.setJdbcUrl(database.url());
    pool.setMaximumPoolSize(connections);
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table message (id text primary key, at timestamptz not null default now(),"
              + " body bytea not null)");
    }
  }

  void insert(String id, byte[] body) throws SQLException {
    try (var connection = pool.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into message (id, body) values (?, ?) on conflict do nothing")) {
      insert.setString(1, id);
      insert.setBytes(2, body);
      insert.executeUpdate();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
