package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicityPlatformTest {

  private static final Secret SECRET = new Secret("an-invented-secret-of-the-test");
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;
  private PublicityPlatform platform;

  @BeforeEach
  void start() {
    platform = new PublicityPlatform(directory, "enforcement-gateway", SECRET);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void publishesTheSameKeyOnce() throws Exception {
    assertThat(post("k1", "{\"a\":1}", SECRET).statusCode()).isEqualTo(201);
    assertThat(post("k1", "{\"a\":1}", SECRET).statusCode()).isEqualTo(200);
    assertThat(post("k1", "{\"a\":2}", SECRET).statusCode()).isEqualTo(409);
    assertThat(platform.ledger().keys(Event.ARRIVED)).containsOnlyKeys("k1").containsEntry("k1", 1);
  }

  @Test
  void remembersAfterARestartWhatItPublished() throws Exception {
    post("k1", "{}", SECRET);
    platform.close();
    start();
    assertThat(post("k1", "{}", SECRET).statusCode()).isEqualTo(200);
    assertThat(get("k1").statusCode()).isEqualTo(200);
    assertThat(get("k2").statusCode()).isEqualTo(404);
  }

  @Test
  void doesNotListenToStrangers() throws Exception {
    assertThat(post("k1", "{}", new Secret("another")).statusCode()).isEqualTo(401);
    assertThat(platform.ledger().entries()).isEmpty();
  }

  @Test
  void doesTheWorkAndFailsToSaySo() throws Exception {
    platform.behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
    assertThat(post("k1", "{}", SECRET).statusCode()).isEqualTo(500);
    platform.behave(Behaviour.ok());
    assertThat(post("k1", "{}", SECRET).statusCode()).isEqualTo(200);
    assertThat(platform.ledger().entries())
        .extracting(Ledger.Entry::event)
        .containsExactly(Event.ARRIVED, Event.ARRIVED_AGAIN);
  }

  @Test
  void refusesConnectionsWhileItIsDownAndComesBackUnderItsPort() throws Exception {
    URI before = platform.base();
    platform.behave(Behaviour.of(Kind.DOWN));
    assertThatThrownBy(() -> post("k1", "{}", SECRET)).isInstanceOf(ConnectException.class);
    platform.behave(Behaviour.ok());
    assertThat(platform.base()).isEqualTo(before);
    assertThat(post("k1", "{}", SECRET).statusCode()).isEqualTo(201);
  }

  @Test
  void treatsOnlyTheNextNewKeyInASpecialWay() throws Exception {
    platform.behaveForNextKey(Behaviour.of(Kind.GARBAGE));
    assertThat(post("k1", "{}", SECRET).body()).startsWith("<html>");
    assertThat(post("k2", "{}", SECRET).statusCode()).isEqualTo(201);
    assertThat(post("k1", "{}", SECRET).body()).startsWith("<html>");
    platform.forgetKeys();
    assertThat(post("k1", "{}", SECRET).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesWithItsReason() throws Exception {
    platform.behave(Behaviour.refuse("不属于公示范围"));
    HttpResponse<String> answer = post("k1", "{}", SECRET);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("不属于公示范围");
    assertThat(platform.ledger().count(Event.REFUSED)).isEqualTo(1);
  }

  @Test
  void isSwitchedOverItsControlPort() throws Exception {
    try (SandboxControl control = new SandboxControl(List.of(platform))) {
      assertThat(turn(control, "{\"kind\":\"SLOW\",\"millis\":10}")).isEqualTo(200);
      assertThat(platform.behaviour()).isEqualTo(Behaviour.slow(10));
      assertThat(turn(control, "{\"kind\":\"SULK\"}")).isEqualTo(400);
      assertThat(platform.behaviour()).isEqualTo(Behaviour.slow(10));
    }
  }

  private int turn(SandboxControl control, String wanted) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(control.base().resolve("/sandbox/partners/publicity/behaviour"))
                .PUT(HttpRequest.BodyPublishers.ofString(wanted))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private HttpResponse<String> get(String key) throws IOException, InterruptedException {
    return send("GET", "/records/" + key, key, "", SECRET);
  }

  private HttpResponse<String> post(String key, String body, Secret secret)
      throws IOException, InterruptedException {
    return send("POST", "/decisions", key, body, secret);
  }

  private HttpResponse<String> send(
      String method, String path, String key, String body, Secret secret)
      throws IOException, InterruptedException {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String canonical = RequestSignature.canonical(method, path, null, bytes, timestamp, nonce);
    return client.send(
        HttpRequest.newBuilder(platform.base().resolve(path))
            .header("X-App-Key", "enforcement-gateway")
            .header("X-Timestamp", timestamp)
            .header("X-Nonce", nonce)
            .header("X-Signature", RequestSignature.sign(secret, canonical))
            .header("Idempotency-Key", key)
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
