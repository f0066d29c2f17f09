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
  void leavesAServerAloneThatRunsOrWasStopped() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    long pid = pidOfServer();
    DatabaseWatch watch = watch(database);

    watch.look();

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
