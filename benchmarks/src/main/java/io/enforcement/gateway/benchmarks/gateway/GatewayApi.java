package io.enforcement.gateway.benchmarks.gateway;

import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person may ask of a running gateway. Used by one thread. */
public final class GatewayApi implements AutoCloseable {

  private static final String FIRST_TOKEN = "secrets/first-administrator.token";
  private static final byte[] NOTHING = {};

  private final HttpConnection connection;
  private final String token;

  private GatewayApi(HttpConnection connection, String token) {
    this.connection = connection;
    this.token = token;
  }

  /** Signs in with the token of an account that the first administrator has just been given. */
  public static GatewayApi asOperator(int port, Path dataDirectory) throws IOException {
    return as("OPERATOR", port, dataDirectory);
  }

  /** The same as somebody with this role. */
  public static GatewayApi as(String role, int port, Path dataDirectory) throws IOException {
    String first = Files.readString(dataDirectory.resolve(FIRST_TOKEN)).strip();
    HttpConnection connection = new HttpConnection(port);
    String name = "harness-" + Long.toString(System.nanoTime(), 36);
    byte[] wanted =
        ("{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpMessage answer =
        connection.exchange("POST", "/api/v1/people", headers(first), wanted, () -> {});
    if (answer.status() != 201) {
      throw new IOException("adding a person was answered with " + answer.status());
    }
    String token = JsonMapper.shared().readTree(answer.body()).path("token").asString();
    return new GatewayApi(connection, token);
  }

  private static Map<String, String> headers(String token) {
    return Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
  }

  /** Counts per receiver and whether all is at rest. */
  public JsonNode totals() throws IOException {
    String path = "/api/v1/totals";
    return get(path).orElseThrow(() -> new IOException(path + " is not there"));
  }

  /** States of one message, its records and its deliveries; empty when nobody knows it. */
  public Optional<JsonNode> message(String id) throws IOException {
    return get("/api/v1/messages/" + id);
  }

  /** The id of the message that its sender gave this key. */
  public Optional<String> byKey(String key) throws IOException {
    return get("/api/v1/messages/by-key?key=" + key)
        .filter(found -> !found.isEmpty())
        .map(found -> found.get(0).path("messageId").asString());
  }

  /** The deadlines that end within three days, or have ended unmet: the first page. */
  public JsonNode deadlinesDueSoon() throws IOException {
    String path = "/api/v1/deadlines?due=SOON";
    return get(path).orElseThrow(() -> new IOException(path + " is not there"));
  }

  /** Lets time pass, in a gateway whose clock can be moved. */
  public void moveClock(Instant to) throws IOException {
    String path = "/api/v1/clock?to=" + to;
    if (ask("POST", path).status() != 200) {
      throw new IOException(path + " was refused");
    }
  }

  /** What waits for people, by how it failed. */
  public JsonNode groups() throws IOException {
    String path = "/api/v1/groups";
    return get(path).orElseThrow(() -> new IOException(path + " is not there"));
  }

  /** Replays what waits in a group; the answer is the job. */
  public JsonNode replay(String group, int perMinute) throws IOException {
    HttpMessage answer =
        ask("POST", "/api/v1/replay-jobs?group=" + group + "&perMinute=" + perMinute);
    if (answer.status() != 201) {
      throw new IOException("a replay was answered with " + answer.status());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /** Approves the job of somebody else. */
  public void approve(String job) throws IOException {
    HttpMessage answer = ask("POST", "/api/v1/replay-jobs/" + job + "/approve");
    if (answer.status() / 100 != 2) {
      throw new IOException("an approval was answered with " + answer.status());
    }
  }

  /** A replay job, as it stands. */
  public JsonNode job(String job) throws IOException {
    String path = "/api/v1/replay-jobs/" + job;
    return get(path).orElseThrow(() -> new IOException(path + " is not there"));
  }

  /** What people are to look at now. */
  public JsonNode alarms() throws IOException {
    String path = "/api/v1/alarms";
    return get(path).orElseThrow(() -> new IOException(path + " is not there"));
  }

  /** Archives the months of events that are due, or only says which. */
  public JsonNode archive(boolean dryRun) throws IOException {
    HttpMessage answer = ask("POST", "/api/v1/audit/archive?dryRun=" + dryRun);
    if (answer.status() / 100 != 2) {
      throw new IOException("archiving was answered with " + answer.status());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private Optional<JsonNode> get(String path) throws IOException {
    HttpMessage answer = ask("GET", path);
    return switch (answer.status()) {
      case 200 -> Optional.of(JsonMapper.shared().readTree(answer.body()));
      case 404 -> Optional.empty();
      default -> throw new IOException(path + " was answered with " + answer.status());
    };
  }

  /** A connection of its own each time: between two questions the gateway may close an idle one. */
  private HttpMessage ask(String method, String path) throws IOException {
    try {
      return connection.exchange(method, path, headers(token), NOTHING, () -> {});
    } finally {
      connection.close();
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
