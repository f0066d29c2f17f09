package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.sandbox.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway as a process of its own, with the program that this one runs, on loopback only; its
 * operator is added through its own API. Ended with this process at the latest.
 */
final class GatewayProcess implements RunningGateway {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();
  private static final long STOP_SECONDS = 60;

  /** Several gateways share the machine: little memory, and no time for the second compiler. */
  private static final List<String> SMALL =
      List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path directory;
  private final int port;
  private final int managementPort;
  private final Process process;
  private final Thread hook;
  private String token;

  private GatewayProcess(Path directory, int port, Map<String, Object> settings)
      throws IOException {
    this.directory = directory;
    this.port = port;
    this.managementPort = freePort();
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("gateway.yaml"), yaml(settings));
    process = begin();
    hook = new Thread(this::end, "end-gateway-" + port);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts it; returns when it is ready.
   *
   * @throws CannotStart when it ends before, or is not ready in five minutes
   */
  static GatewayProcess launch(Path directory, int port, Map<String, Object> settings) {
    try {
      GatewayProcess gateway = new GatewayProcess(directory, port, settings);
      try {
        gateway.awaitReady();
        gateway.token = gateway.operator();
        return gateway;
      } catch (RuntimeException e) {
        gateway.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway cannot be started", e);
    }
  }

  /** Each setting by its whole name; every value as text. */
  private static String yaml(Map<String, Object> settings) {
    StringBuilder yaml = new StringBuilder();
    new TreeMap<>(settings)
        .forEach(
            (name, value) ->
                yaml.append(JSON.writeValueAsString(name))
                    .append(": ")
                    .append(JSON.writeValueAsString(value.toString()))
                    .append('\n'));
    return yaml.toString();
  }

  private Process begin() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(List.of("-Dserver.address=127.0.0.1", "-Dmanagement.server.address=127.0.0.1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EnforcementGateway.class.getName(), "serve"));
    command.addAll(List.of("--data-dir", directory.toString()));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--management-port", Integer.toString(managementPort)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return directory.resolve("gateway.log");
  }

  private void awaitReady() {
    long begun = System.nanoTime();
    URI readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
    while (status(readiness) != 200) {
      if (!process.isAlive() || System.nanoTime() - begun > START.toNanos()) {
        throw new CannotStart("The gateway did not become ready, see " + log() + ".");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** 0 when nobody answers. */
  private int status(URI uri) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }

  private String operator() throws IOException {
    String administrator =
        Files.readString(directory.resolve("secrets/first-administrator.token")).strip();
    String wanted =
        JSON.writeValueAsString(
            Map.of("name", "demo-operator-" + System.currentTimeMillis(), "role", "OPERATOR"));
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("/api/v1/people"))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + administrator)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(wanted))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 201) {
        throw new CannotStart("The operator was not added: HTTP " + answer.statusCode() + ".");
      }
      return JSON.readTree(answer.body()).path("token").asString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String operatorToken() {
    return token;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // This process ends anyhow; the hook finds nothing to do.
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
