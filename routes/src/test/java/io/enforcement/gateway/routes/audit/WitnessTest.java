package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.routes.CannotStart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile int answer = 204;
  private HttpServer server;
  private SimpleMeterRegistry meters;
  private Witness witness;

  @BeforeEach
  void somebodyWatches() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/checkpoints",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (answer < 300) {
            taken.add(body);
          }
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    meters = new SimpleMeterRegistry();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/checkpoints");
    witness = new Witness(settings(url), Clock.systemUTC(), meters, Duration.ofMillis(50));
  }

  @AfterEach
  void ends() {
    witness.close();
    server.stop(0);
  }

  @Test
  void getsEachCheckpoint() {
    witness.tell("one");
    await().until(() -> taken.equals(List.of("one")));
    witness.tell("two");
    await().until(() -> taken.equals(List.of("one", "two")));
    assertThat(witness.health().getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void getsTheLatestWhenItIsBackAndSomebodyIsToldMeanwhile() {
    answer = 503;
    witness.tell("one");
    witness.tell("two");
    await().until(() -> witness.health().getStatus().getCode().equals("DOWN"));
    assertThat(meters.get("gateway.audit.unwitnessed.seconds").gauge().value()).isPositive();

    answer = 204;

    await().until(() -> taken.equals(List.of("two")));
    await().until(() -> witness.health().getStatus().getCode().equals("UP"));
  }

  @Test
  void aRedirectIsNoAnswer() {
    answer = 302;
    witness.tell("one");

    await().until(() -> witness.health().getStatus().getCode().equals("DOWN"));
  }

  @Test
  void overPlainHttpNobodyElseIsTold() {
    assertThatThrownBy(() -> settings(URI.create("http://witness.example/checkpoints")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.audit.witness");
  }

  private static AuditSettings settings(URI url) {
    return new AuditSettings(
        null,
        null,
        "audit-key",
        null,
        null,
        Duration.ofDays(180),
        url,
        Duration.ofSeconds(1),
        Duration.ofHours(4));
  }
}
