package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Messages over which the gateway has died twice, as long as they are not finished.
 *
 * <p>Three deaths over one message put it into quarantine. After a start the gateway translates
 * what was in hand first, one by one, and its first translation takes seconds: a kill under load
 * comes sooner. Kill after kill would meet the same innocent message and prove the policy for
 * poison, not the promises. In life kills are not aimed; here the next one waits while it could be
 * the third. A kill during recovery, the second, is wanted.
 *
 * <p>Nothing public tells of deaths, so this asks the gateway's database. Only the aim depends on
 * it: the checker judges by ledgers and public API, and a quarantine is a loss to it. Used by one
 * thread, between one start of the gateway and its end.
 */
final class DiedTwice implements AutoCloseable {

  /**
   * A death is counted on the message when the next process claims for the first time; until then
   * only the note of the dead one tells of it.
   */
  private static final String EXISTS =
      """
      select exists (select 1 from gateway.message where state = 'RECEIVED' and (deaths > 1
          or deaths = 1 and id in (select unnest(working) from gateway.lease
                                   where worker <> (select max(epoch) from gateway.node))))
      """;

  private static final Duration RECOVERY = Duration.ofSeconds(300);
  private static final String USER = "gateway_runtime";

  /** Where {@code postmaster.pid} has the port, which is another after each start. */
  private static final int PORT_LINE = 3;

  private final Connection connection;

  private DiedTwice(Connection connection) {
    this.connection = connection;
  }

  /** Looks into the embedded database of a running gateway. */
  static DiedTwice in(Path dataDirectory) throws IOException, SQLException {
    Path pidFile = dataDirectory.resolve("postgres").resolve("postmaster.pid");
    String port = Files.readAllLines(pidFile).get(PORT_LINE).strip();
    Path secret = dataDirectory.resolve("secrets").resolve("database-runtime");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/gateway";
    return new DiedTwice(DriverManager.getConnection(url, USER, Files.readString(secret).strip()));
  }

  /**
   * Waits until there is none.
   *
   * @return how long that took
   */
  static Duration awaitNone(Path dataDirectory) throws IOException, SQLException {
    long begun = System.nanoTime();
    try (DiedTwice diedTwice = in(dataDirectory)) {
      while (diedTwice.exists()) {
        if (System.nanoTime() - begun > RECOVERY.toNanos()) {
          throw new IOException(
              "the gateway does not finish what it had in hand when it died twice");
        }
        Pace.pause();
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  boolean exists() throws SQLException {
    try (Statement question = connection.createStatement();
        ResultSet row = question.executeQuery(EXISTS)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
