package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.routes.ChildJava;
import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import io.enforcement.gateway.routes.database.SharedPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway as a program of its own, which can be killed at any moment and started again on what it
 * left behind. Its address stays. Used by one thread.
 */
final class GatewayProgram implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;
  private final int port = freePort();
  private Process process;
  private Path output;
  private int starts;

  GatewayProgram(Path home) {
    this.home = home;
    SharedPrograms.linkInto(home);
  }

  int port() {
    return port;
  }

  void writeSecret(String name, String value) {
    try {
      Path secrets = Files.createDirectories(home.resolve("secrets"));
      Path file = Files.writeString(secrets.resolve(name), value + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the site says, each setting by its whole name. */
  void configure(Map<String, Object> settings) {
    StringBuilder yaml = new StringBuilder();
    new TreeMap<>(settings)
        .forEach(
            (name, value) ->
                yaml.append(JSON.writeValueAsString(name))
                    .append(": ")
                    .append(JSON.writeValueAsString(value.toString()))
                    .append('\n'));
    try {
      Files.writeString(home.resolve("gateway.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins a start. */
  void begin() {
    output = home.resolveSibling(home.getFileName() + "-" + ++starts + ".log");
    try {
      process =
          ChildJava.start(
              output,
              EnforcementGateway.class,
              "serve",
              "--data-dir",
              home.toString(),
              "--port",
              Integer.toString(port),
              "--management-port",
              "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(output).content().contains("is ready: port"));
  }

  /** At once, whatever it is doing; nothing of it is told to anybody. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its own database, as the owner of the tables; another address after each start. */
  JdbcTemplate owner() {
    try {
      String url =
          "jdbc:postgresql://127.0.0.1:"
              + Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3).strip()
              + "/gateway";
      String password = Files.readString(home.resolve("secrets/database-owner")).strip();
      DriverManagerDataSource source = new DriverManagerDataSource(url, "gateway_owner", password);
      source.setSchema("gateway");
      return new JdbcTemplate(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      awaitEnd();
    }
    // The database of one that was killed outlives it.
    EmbeddedDatabase.start(home).close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
