package io.enforcement.gateway.benchmarks.gateway;

import io.enforcement.gateway.benchmarks.machine.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The embedded PostgreSQL of a data directory, as the machine shows it: its processes, its log, its
 * port. It outlives a gateway that was killed. Each method looks anew; used by one thread.
 */
public final class Postmaster {

  private static final int PORT_LINE = 3;
  private static final String CRASHED = "was not properly shut down";

  private final Path dataDirectory;

  public Postmaster(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  private Path cluster() {
    return dataDirectory.resolve("postgres");
  }

  private List<String> pidFile() throws IOException {
    return Files.readAllLines(cluster().resolve("postmaster.pid"));
  }

  /**
   * @throws IOException when it does not run
   */
  public long pid() throws IOException {
    return Long.parseLong(pidFile().get(0).strip());
  }

  /** Whether it runs, on this directory. */
  public boolean alive() {
    try {
      return ProcessHandle.of(pid()).isPresent();
    } catch (IOException gone) {
      return false;
    }
  }

  /** Its child processes: one per connection, and its own workers. */
  public List<Long> children() throws IOException {
    return ProcessHandle.of(pid())
        .map(parent -> parent.children().map(ProcessHandle::pid).toList())
        .orElse(List.of());
  }

  /** The child that serves this connection. */
  public static long backend(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** How often it has recovered from a crash since its log was begun, which is at each start. */
  public long recoveries() throws IOException {
    Path log = cluster().resolve("server.log");
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(CRASHED)).count();
    }
  }

  /**
   * Freezes it with all its children; itself first, so that it begets none meanwhile.
   *
   * @throws IOException when its children cannot be found
   */
  public void freeze() throws IOException {
    Signal.STOP.to(pid());
    List<Long> children = children();
    if (children.isEmpty()) {
      throw new IOException("PostgreSQL " + pid() + " has no children");
    }
    signal(Signal.STOP, children);
  }

  /** Lets a frozen one go on; itself last, so that none ends before its signal. */
  public void thaw() throws IOException {
    signal(Signal.CONT, children());
    Signal.CONT.to(pid());
  }

  private static void signal(Signal signal, List<Long> processes) throws IOException {
    for (long process : processes) {
      signal.to(process);
    }
  }

  /** A connection of one of its accounts, named as its secret is: {@code database-owner}. */
  public Connection connect(String user, String secret) throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/gateway?currentSchema=gateway",
        user,
        password(secret));
  }

  public String password(String secret) throws IOException {
    return Files.readString(dataDirectory.resolve("secrets").resolve(secret)).strip();
  }

  public int port() throws IOException {
    return Integer.parseInt(pidFile().get(PORT_LINE).strip());
  }

  /** Ends one that a killed gateway has left behind, as its own next start would. */
  public void endOrphan() throws IOException {
    if (alive()) {
      ProcessHandle orphan = ProcessHandle.of(pid()).orElseThrow();
      orphan.destroy();
      orphan.onExit().completeOnTimeout(orphan, 30, TimeUnit.SECONDS).join();
    }
  }
}
