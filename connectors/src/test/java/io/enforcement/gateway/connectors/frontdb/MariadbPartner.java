package io.enforcement.gateway.connectors.frontdb;

import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.peer.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A partner with MariaDB: the installed server as a process of our own, on loopback and in a
 * temporary folder. Its own settings are those of a careless site, with a lenient SQL mode and the
 * server's zone; the gateway's user has no more rights than it needs.
 */
public final class MariadbPartner implements PartnerDatabase {

  private static final String DATABASE = "front";

  private final Path folder;
  private final int port;
  private final Process server;

  public MariadbPartner() throws IOException {
    folder = Files.createTempDirectory("mariadb");
    install();
    port = freePort();
    Path first = folder.resolve("first.sql");
    Files.write(
        first,
        List.of(
            "CREATE DATABASE front CHARACTER SET utf8mb4;",
            "CREATE USER owner@'%' IDENTIFIED BY '" + PASSWORD + "';",
            "GRANT ALL ON *.* TO owner@'%';",
            "CREATE USER gateway@'%' IDENTIFIED BY '" + PASSWORD + "';",
            "GRANT SELECT, INSERT, UPDATE ON front.* TO gateway@'%';"));
    server =
        start(
            "mariadbd",
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--socket=" + folder.resolve("socket"),
            "--pid-file=" + folder.resolve("pid"),
            "--innodb-log-file-size=8M",
            "--innodb-buffer-pool-size=32M",
            "--sql-mode=",
            "--init-file=" + first);
    await().atMost(Duration.ofSeconds(60)).until(this::answers);
  }

  private void install() throws IOException {
    Process install =
        start(
            "mariadb-install-db",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--innodb-log-file-size=8M");
    try {
      if (install.waitFor() != 0) {
        throw new IOException("mariadb-install-db failed: " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Process start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Program.find(program).orElseThrow().toString());
    command.add("--no-defaults");
    command.add("--datadir=" + folder.resolve("data"));
    // It does not run as root unless told to.
    command.add("--user=" + System.getProperty("user.name"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private boolean answers() throws IOException {
    if (!server.isAlive()) {
      throw new IOException("mariadbd ended: " + log());
    }
    try (Connection line = line()) {
      return line.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url(int port) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
  }

  @Override
  public String gateway() {
    return "gateway";
  }

  @Override
  public String owner() {
    return "owner";
  }

  @Override
  public String moment() {
    return "datetime";
  }

  @Override
  public String instant() {
    return "timestamp NULL";
  }

  @Override
  public String instantOf(long seconds) {
    return "FROM_UNIXTIME(" + seconds + ")";
  }

  @Override
  public String secondsOf(String column) {
    return "UNIX_TIMESTAMP(" + column + ")";
  }

  @Override
  public String offset() {
    return "";
  }

  @Override
  public String duplicate() {
    return "23000";
  }

  @Override
  public String missing() {
    return "23000";
  }

  @Override
  public String check() {
    return "23000";
  }

  @Override
  public String waiting() {
    return "SELECT count(*) FROM information_schema.innodb_trx t"
        + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id"
        + " WHERE t.trx_state = 'LOCK WAIT' AND p.user = 'gateway'";
  }

  @Override
  public void close() throws IOException {
    server.destroy();
    try {
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(MariadbPartner::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
