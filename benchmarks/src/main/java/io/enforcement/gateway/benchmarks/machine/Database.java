package io.enforcement.gateway.benchmarks.machine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * An embedded PostgreSQL that commits to disk. The library starts it with fsync and
 * synchronous_commit off: both are set and read back here.
 */
public final class Database implements AutoCloseable {

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts a new one in an empty directory. */
  public static Database start(Path directory) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(true);
    DURABLE.forEach(name -> builder.setServerConfig(name, "on"));
    Database database = new Database(builder.setServerConfig("max_connections", "60").start());
    database.requireDurable();
    return database;
  }

  private void requireDurable() throws SQLException {
    try (var connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      for (String name : DURABLE) {
        try (var row = statement.executeQuery("show " + name)) {
          if (!row.next() || !"on".equals(row.getString(1))) {
            throw new IllegalStateException("PostgreSQL runs with " + name + " off");
          }
        }
      }
    }
  }

  /** With user {@code postgres}, on loopback only. */
  public String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  public int port() {
    return postgres.getPort();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
