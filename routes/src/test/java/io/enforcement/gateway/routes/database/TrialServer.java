package io.enforcement.gateway.routes.database;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.routes.DataDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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

    /** For questions over many rows. */
    public HikariDataSource analysis() {
      HikariDataSource pool = DatabaseConfiguration.analysisPool(access());
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
    return create("create database %s template gateway owner gateway_owner");
  }

  private Trial create(String statement) {
    String name = "trial" + ++copies;
    try (Connection connection = server.administer("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute(statement.formatted(name));
      sql.execute("grant connect on database " + name + " to gateway_runtime");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Trial(name);
  }

  /** A database with the schema of an earlier version and nothing in it. */
  public Trial trialBefore(String version) {
    Trial trial = create("create database %s owner gateway_owner");
    schema(trial).target(version).load().migrate();
    return trial;
  }

  /** Brings a database of an earlier version up to date, as the next start does. */
  public void migrate(Trial trial) {
    schema(trial).load().migrate();
  }

  private FluentConfiguration schema(Trial trial) {
    DatabaseAccess access = server.access();
    return Flyway.configure()
        .dataSource(
            server.url(trial.name), access.owner().role(), access.owner().password().reveal())
        .locations("classpath:db/migration")
        .schemas("gateway")
        .defaultSchema("gateway")
        .placeholders(Map.of("runtimeRole", access.runtime().role()));
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
