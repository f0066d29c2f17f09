package io.enforcement.gateway.routes.database;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.routes.DataDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real PostgreSQL with the gateway's schema, of which every test gets a database of its own. */
public final class TrialServer implements AutoCloseable {

  private final DataDirectory data;
  private final EmbeddedDatabase server;
  private final List<AutoCloseable> open = new ArrayList<>();
  private int copies;

  /** One database on the server. */
  public final class Trial {

    private final String name;

    private Trial(String name) {
      this.name = name;
    }

    /** As the running gateway enters it. */
    public HikariDataSource runtime() {
      HikariDataSource pool = DatabaseConfiguration.pool(name, access(), 4);
      open.add(pool);
      return pool;
    }

    /** For whoever migrates more of it. */
    public DatabaseAccess access() {
      DatabaseAccess access = server.access();
      return new DatabaseAccess(server.url(name), access.owner(), access.runtime());
    }

    /** For programs that read it themselves, as the running gateway may. */
    public String connection() {
      DatabaseAccess.Account runtime = server.access().runtime();
      return server
          .url(name)
          .replace(
              "jdbc:postgresql://",
              "postgresql://" + runtime.role() + ":" + runtime.password().reveal() + "@");
    }

    /** As its administrator enters it, who can do anything. */
    public JdbcTemplate administrator() {
      try {
        Connection connection = server.administer(name);
        open.add(connection);
        try (Statement sql = connection.createStatement()) {
          sql.execute("set search_path to gateway");
        }
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private TrialServer(Path directory) {
    SharedPrograms.linkInto(directory);
    data = DataDirectory.open(directory);
    server = EmbeddedDatabase.start(data);
    DatabaseConfiguration.migrate(server.access(), "classpath:db/migration");
  }

  public static TrialServer start(Path directory) {
    return new TrialServer(directory);
  }

  /** A database with the schema and nothing in it. */
  public Trial trial() {
    String name = "trial" + ++copies;
    try (Connection connection = server.administer("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("create database " + name + " template gateway owner gateway_owner");
      sql.execute("grant connect on database " + name + " to gateway_runtime");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Trial(name);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    server.close();
    data.close();
  }
}
