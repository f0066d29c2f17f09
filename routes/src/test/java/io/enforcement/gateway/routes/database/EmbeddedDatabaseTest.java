package io.enforcement.gateway.routes.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.ChildJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path directory;

  @BeforeEach
  void shareThePrograms() {
    SharedPrograms.linkInto(directory);
  }

  @Test
  void aSecondStartContinuesAndAPasswordIsNeeded() throws Exception {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(directory)) {
      execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another gateway is running");
      assertThatThrownBy(() -> DriverManager.getConnection(first.url("gateway"), "postgres", "no"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    try (EmbeddedDatabase second = EmbeddedDatabase.start(directory)) {
      assertThat(answer(second)).isEqualTo(42);
    }
  }

  @Test
  void stopsTheServerThatAKilledGatewayLeftBehind() throws Exception {
    Path output = directory.resolve("child.log");
    int code = ChildJava.start(output, HaltingDatabase.class, directory.toString()).waitFor();
    assertThat(code).as(Files.readString(output)).isEqualTo(9);
    long orphan = pidOfServer();
    assertThat(ProcessHandle.of(orphan)).as("the orphan lives").isPresent();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(answer(database)).isEqualTo(42);
      assertThat(pidOfServer()).isNotEqualTo(orphan);
    }
  }

  @Test
  void isNotMisledByAPidThatNowBelongsToAnotherProgram() throws Exception {
    EmbeddedDatabase.start(directory).close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    Path pidFile = directory.resolve("postgres/postmaster.pid");
    Files.writeString(pidFile, stranger.pid() + "\n" + pidFile.getParent() + "\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(pidOfServer()).isNotEqualTo(stranger.pid());
      assertThat(stranger.isAlive()).isTrue();
      assertThat(database.url("gateway")).startsWith("jdbc:postgresql://127.0.0.1:");
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void neverTouchesThePidFileOfAnotherDirectorysServer() throws Exception {
    Path one = directory.resolve("one");
    Path copy = directory.resolve("copy");
    SharedPrograms.linkInto(one);
    SharedPrograms.linkInto(copy);
    EmbeddedDatabase.start(copy).close();
    try (EmbeddedDatabase live = EmbeddedDatabase.start(one)) {
      Path copied = copy.resolve("postgres/postmaster.pid");
      Files.copy(one.resolve("postgres/postmaster.pid"), copied);

      assertThatThrownBy(() -> EmbeddedDatabase.start(copy))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("PostgreSQL of another directory");
      assertThat(copied).exists();
      execute(live, "SELECT 1");
    }
  }

  @Test
  void saysWhyADamagedClusterDoesNotStart() throws IOException {
    EmbeddedDatabase.start(directory).close();
    Files.writeString(directory.resolve("postgres/PG_VERSION"), "9\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("database files are incompatible with server");
  }

  private long pidOfServer() throws IOException {
    Path pidFile = directory.resolve("postgres/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
  }

  private static void execute(EmbeddedDatabase database, String statement) throws SQLException {
    try (Connection connection = database.administer("gateway");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static int answer(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.administer("gateway");
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT answer FROM kept")) {
      row.next();
      return row.getInt(1);
    }
  }
}
