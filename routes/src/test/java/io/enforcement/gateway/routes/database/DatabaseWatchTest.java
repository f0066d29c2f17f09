package io.enforcement.gateway.routes.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DatabaseWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DatabaseSettings EMBEDDED =
      new DatabaseSettings(null, null, null, "classpath:db/migration", true, 2, 2, 2);

  @TempDir Path directory;

  @BeforeEach
  void shareThePrograms() {
    SharedPrograms.linkInto(directory);
  }

  @Test
  void startsAKilledServerAgainWhereThePoolsLookForIt() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      String url = database.url("gateway");
      execute(database, "CREATE TABLE kept AS SELECT 42 AS answer");
      DatabaseWatch watch = watch(database);
      ProcessHandle server = ProcessHandle.of(pidOfServer()).orElseThrow();

      server.destroyForcibly();
      await().atMost(PATIENCE).until(() -> !database.isRunning());
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                watch.look();
                return database.isRunning();
              });

      assertThat(database.url("gateway")).isEqualTo(url);
      assertThat(pidOfServer()).isNotEqualTo(server.pid());
      try (Connection connection =
              DriverManager.getConnection(url, "postgres", secret("database-superuser"));
          Statement sql = connection.createStatement();
          ResultSet row = sql.executeQuery("SELECT answer FROM kept")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(42);
      }
    }
  }

  @Test
  void endsAServerThatTurnsEverybodyAwayAndRecoversNothing() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        Connection held = database.administer("gateway")) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS answer");
      DatabaseWatch watch = watch(database);
      long stuck = pidOfServer();
      // A process of it hangs, as in a call to a failing disk: the shutdown waits for it forever.
      signal("STOP", held.unwrap(PGConnection.class).getBackendPID());
      signal("INT", stuck);
      await().atMost(PATIENCE).until(database::isStuck);

      watch.lookInside();

      assertThat(pidOfServer()).as("once may be a moment between two states").isEqualTo(stuck);

      watch.lookInside();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                watch.look();
                return database.isRunning() && !database.isStuck();
              });

      assertThat(pidOfServer()).isNotEqualTo(stuck);
      execute(database, "INSERT INTO kept VALUES (43)");
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  @Test
  void leavesAServerAloneThatRunsOrWasStopped() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    long pid = pidOfServer();
    DatabaseWatch watch = watch(database);

    watch.look();
    watch.lookInside();
    watch.lookInside();

    assertThat(pidOfServer()).isEqualTo(pid);

    database.close();
    watch.look();

    assertThat(database.isRunning()).isFalse();
  }

  private static DatabaseWatch watch(EmbeddedDatabase database) {
    StaticListableBeanFactory beans =
        new StaticListableBeanFactory(Map.of("embeddedDatabase", database));
    return new DatabaseWatch(EMBEDDED, beans.getBeanProvider(EmbeddedDatabase.class));
  }

  private String secret(String name) throws Exception {
    return Files.readString(directory.resolve("secrets").resolve(name)).strip();
  }

  private long pidOfServer() throws Exception {
    Path pidFile = directory.resolve("postgres/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
  }

  private static void execute(EmbeddedDatabase database, String statement) throws Exception {
    try (Connection connection = database.administer("gateway");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
