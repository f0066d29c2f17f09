package io.enforcement.gateway.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.machine.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the tables that the gateway's own migrations make: no copy of them can grow old here. */
class DiedTwiceTest {

  private static final Path MIGRATIONS = Path.of("../routes/src/main/resources/db/migration");

  @TempDir static Path dataDirectory;

  private static Database database;
  private static Connection gateway;

  @BeforeAll
  static void prepare() throws Exception {
    database = Database.start(dataDirectory.resolve("postgres"));
    Path secrets = Files.createDirectory(dataDirectory.resolve("secrets"));
    Files.writeString(secrets.resolve("database-runtime"), "any");
    try (Connection first = DriverManager.getConnection(database.url());
        Statement sql = first.createStatement()) {
      sql.execute("create role gateway_runtime login");
      sql.execute("create database gateway");
    }
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/gateway";
    gateway = DriverManager.getConnection(url + "?currentSchema=gateway", "postgres", "any");
    execute("create schema gateway");
    // Each migration is one transaction, as Flyway runs it.
    gateway.setAutoCommit(false);
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.sorted(Comparator.comparing(DiedTwiceTest::version)).toList()) {
        execute(Files.readString(file).replace("${runtimeRole}", "gateway_runtime"));
        gateway.commit();
      }
    }
    gateway.setAutoCommit(true);
  }

  /** V10 comes after V9, not after V1. */
  private static int version(Path migration) {
    return Integer.parseInt(migration.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1"));
  }

  @AfterAll
  static void end() throws Exception {
    gateway.close();
    database.close();
  }

  @AfterEach
  void empty() throws SQLException {
    execute("delete from message");
    execute("delete from lease");
    execute("delete from node");
  }

  @Test
  void oneDeathIsNotTwo() throws Exception {
    begins(1);
    received("at-work");
    notes(1, "at-work");
    begins(2);

    assertThat(exists()).isFalse();

    execute("update message set deaths = 1");
    execute("update lease set worker = 2");

    assertThat(exists()).isFalse();
  }

  @Test
  void nothingIsLeftWhereNobodyDied() throws Exception {
    begins(1);
    received("at-work");
    received("waiting");
    notes(1, "at-work");

    assertThat(exists()).isFalse();
  }

  @Test
  void theNoteOfADeadProcessCountsBeforeTheSecondDeathIsCounted() throws Exception {
    begins(1);
    received("at-work");
    execute("update message set deaths = 1");
    notes(1, "at-work");
    begins(2);

    assertThat(exists()).isTrue();
  }

  @Test
  void whatTwoDeathsWereCountedOnIsLeftUntilItIsSettled() throws Exception {
    begins(2);
    received("at-work");
    notes(2, "at-work");
    execute("update message set deaths = 2");

    assertThat(exists()).isTrue();

    execute("update message set state = 'TRANSLATED', deaths = 0, settled_at = now()");

    assertThat(exists()).isFalse();
  }

  @Test
  void whatADeadProcessFinishedIsNotLeft() throws Exception {
    begins(1);
    received("at-work");
    notes(1, "at-work");
    execute("update message set deaths = 1, state = 'TRANSLATED', settled_at = now()");
    begins(2);

    assertThat(exists()).isFalse();
  }

  private static boolean exists() throws Exception {
    try (DiedTwice diedTwice = DiedTwice.in(dataDirectory)) {
      return diedTwice.exists();
    }
  }

  private static void begins(int epoch) throws SQLException {
    execute(
        "insert into node (epoch, alive_until) overriding system value values (%d, now())"
            .formatted(epoch));
  }

  private static void received(String key) throws SQLException {
    execute(
        """
        insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at)
        values (gen_random_uuid(), 'housing', 'penalty-decision', 'rest', '%s', '', 'application/json', '', now())
        """
            .formatted(key));
  }

  private static void notes(int epoch, String key) throws SQLException {
    execute(
        """
        insert into lease (name, holder, until, working, worker)
        select 'translate.housing', %1$d, now(), array(select id from message where idempotency_key = '%2$s'), %1$d
        """
            .formatted(epoch, key));
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = gateway.createStatement()) {
      statement.execute(sql);
    }
  }
}
