package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment.Answer;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment.Message;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousingDepartmentTest {

  private static final Secret SECRET = new Secret("an-invented-secret-of-the-test");
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  @TempDir Path directory;
  private LoopbackHttp gateway;
  private HousingDepartment department;

  @BeforeEach
  void start() {
    gateway = new LoopbackHttp("test-gateway", this::intake);
    department =
        new HousingDepartment(
            directory, URI.create("http://127.0.0.1:" + gateway.port()), "housing", SECRET, 3);
  }

  @AfterEach
  void stop() {
    department.close();
    gateway.close();
  }

  @Test
  void signsWhatItSendsAndNotesTheAnswer() throws Exception {
    Answer answer = send("k1", "{}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.messageId()).isEqualTo("m-k1");
    assertThat(department.ledger().entries())
        .singleElement()
        .satisfies(e -> assertThat(e.note()).isEqualTo("202"))
        .satisfies(e -> assertThat(e.event()).isEqualTo(Event.SENT));
  }

  @Test
  void comesAgainWithTheSameKeyWhenTheGatewayIsBusy() throws Exception {
    busy.set(2);
    assertThat(send("k1", "{}").status()).isEqualTo(202);
    assertThat(keys).containsExactly("k1", "k1", "k1");
    assertThat(department.sent()).isEqualTo(1);
  }

  @Test
  void comesAgainWhenTheGatewayCannotBeReached() throws Exception {
    gateway.down();
    var answer = department.send(message("k1", "{}"));
    gateway.up();
    assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(202);
  }

  @Test
  void takesNoForAnAnswer() throws Exception {
    Answer answer = send("bad", "{");
    assertThat(answer.accepted()).isFalse();
    assertThat(answer.code()).isEqualTo("malformed");
    assertThat(keys).containsExactly("bad");
  }

  @Test
  void keepsTheOrderOfALane() throws Exception {
    busy.set(1);
    var first = department.send(message("a", "{}"));
    var second = department.send(message("b", "{}"));
    second.get(20, TimeUnit.SECONDS);
    assertThat(first).isCompleted();
    assertThat(keys).containsExactly("a", "a", "b");
  }

  private Answer send(String key, String body) throws Exception {
    return department.send(message(key, body)).get(20, TimeUnit.SECONDS);
  }

  private static Message message(String key, String body) {
    return new Message(
        key, "penalty-decision", "application/json", "case", body.getBytes(StandardCharsets.UTF_8));
  }

  private void intake(HttpExchange request) throws IOException {
    byte[] body = LoopbackHttp.body(request);
    String key = LoopbackHttp.header(request, "Idempotency-Key");
    keys.add(key);
    if (!signed(request, body)) {
      LoopbackHttp.json(request, 401, Map.of("code", "unauthenticated"));
    } else if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      LoopbackHttp.json(request, 503, Map.of("code", "busy"));
    } else if (body.length < 2) {
      LoopbackHttp.json(request, 400, Map.of("code", "malformed"));
    } else {
      LoopbackHttp.json(request, 202, Map.of("messageId", "m-" + key));
    }
  }

  private static boolean signed(HttpExchange request, byte[] body) {
    String canonical =
        RequestSignature.canonical(
            "POST",
            "/api/v1/exchanges/penalty-decision",
            "",
            body,
            LoopbackHttp.header(request, "X-Timestamp"),
            LoopbackHttp.header(request, "X-Nonce"));
    return RequestSignature.matches(
        RequestSignature.sign(SECRET, canonical), LoopbackHttp.header(request, "X-Signature"));
  }
}
