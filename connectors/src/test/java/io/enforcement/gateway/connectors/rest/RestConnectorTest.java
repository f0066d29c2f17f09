package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a well-spoken partner gets from us and what its statuses mean. */
class RestConnectorTest {

  private static final Secret SECRET = new Secret("invented");
  private static final Dispatch DISPATCH =
      new Dispatch(
          "0b0f7c1e-1111-4222-8333-444455556666",
          "penalty-decision",
          "{\"案\":1}".getBytes(StandardCharsets.UTF_8));

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile String reply = "{\"status\":\"OK\"}";
  private HttpServer partner;

  @BeforeEach
  void openPartner() throws IOException {
    partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    partner.createContext("/", this::answer);
    partner.start();
  }

  @AfterEach
  void closePartner() {
    partner.stop(0);
  }

  @Test
  void postsTheBytesSignedWithTheKeyOfTheDelivery() {
    try (var connector = connector(Map.of("path", "/in?b=2&a=1", "credentials", "publicity"))) {
      Outcome outcome = connector.send(DISPATCH);

      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(outcome.reply()).asString().isEqualTo(reply);
    }
    assertThat(seen)
        .containsEntry("body", "{\"案\":1}")
        .containsEntry("line", "POST /in?b=2&a=1")
        .containsEntry("idempotency-key", DISPATCH.key())
        .containsEntry("content-type", "application/json")
        .containsEntry("x-app-key", "enforcement-gateway");
    String canonical =
        RequestSignature.canonical(
            "POST",
            "/in",
            "b=2&a=1",
            DISPATCH.body(),
            seen.get("x-timestamp"),
            seen.get("x-nonce"));
    assertThat(seen.get("x-signature")).isEqualTo(RequestSignature.sign(SECRET, canonical));
    assertThat(seen.get("x-nonce")).matches("[A-Za-z0-9_-]{16,64}");
  }

  @Test
  void sendsUnsignedWithoutCredentialsAndPutsTheKeyIntoThePath() {
    try (var connector = connector(Map.of("path", "/in/{key}", "method", "PUT"))) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(seen)
        .containsEntry("line", "PUT /in/" + DISPATCH.key())
        .doesNotContainKey("x-signature");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "201, Accepted",
    "202, Accepted",
    "204, Accepted",
    "301, Ambiguous",
    "302, Ambiguous",
    "303, Ambiguous",
    "307, Ambiguous",
    "400, Refused",
    "401, Refused",
    "403, Refused",
    "404, Refused",
    "409, Refused",
    "422, Refused",
    "408, Unavailable",
    "425, Unavailable",
    "429, Unavailable",
    "500, Ambiguous",
    "502, Ambiguous",
    "503, Ambiguous",
    "504, Ambiguous"
  })
  void readsStatuses(int given, String outcome) {
    status = given;
    try (var connector = connector(Map.of())) {
      assertThat(connector.send(DISPATCH).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void neverFollowsARedirect() {
    status = 307;
    try (var connector = connector(Map.of("path", "/in"))) {
      assertThat(connector.send(DISPATCH).reason())
          .isEqualTo("HTTP 307, redirects are not followed");
    }
    assertThat(seen).containsEntry("line", "POST /in");
  }

  @Test
  void takesABusyStatusAsNotProcessedOnlyWhenThePartnerSaysSo() {
    status = 503;
    try (var connector = connector(Map.of("busy-status", "503"))) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Unavailable.class);
    }
  }

  @Test
  void doesNotBelieveAnOkWithAFaultInside() {
    try (var connector = connector(Map.of("accepted", "/status=OK"))) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      for (String fault : new String[] {"{\"status\":\"FAIL\"}", "{}", "<html>", "", "[[[["}) {
        reply = fault;
        assertThat(connector.send(DISPATCH)).as(fault).isInstanceOf(Outcome.Ambiguous.class);
      }
    }
  }

  @Test
  void keepsOnlyTheStartOfALongReply() {
    reply = "x".repeat(300_000);
    try (var connector = connector(Map.of());
        var strict = connector(Map.of("accepted", "/status=OK"))) {
      Outcome outcome = connector.send(DISPATCH);

      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(outcome.reply()).hasSize(Outcome.REPLY_LIMIT);
      assertThat(strict.send(DISPATCH)).isInstanceOf(Outcome.Ambiguous.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"200, FOUND", "404, NOT_FOUND", "204, UNKNOWN", "500, UNKNOWN", "403, UNKNOWN"})
  void asksWhetherThePartnerHasIt(int given, Presence presence) {
    status = given;
    try (var connector = connector(Map.of("ask-path", "/have/{key}", "credentials", "publicity"))) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(presence);
    }
    assertThat(seen)
        .containsEntry("line", "GET /have/" + DISPATCH.key())
        .containsKey("x-signature");
  }

  @Test
  void cannotAskWithoutAnAddressToAsk() {
    try (var connector = connector(Map.of())) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  @Test
  void refusesAnEndpointOutsideTheAllowList() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector(Map.of("allowed", "partner.example:443")))
        .withMessage("partner publicity: setting endpoint is not in the setting allowed");
  }

  @Test
  void refusesAKeyThatCouldChangeThePath() {
    try (var connector = connector(Map.of("path", "/in/{key}"))) {
      for (String key : new String[] {"..", "a/b", "a?b", "a\r\nb", "", "键"}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> connector.send(new Dispatch(key, "x", new byte[0])));
      }
    }
    assertThat(seen).isEmpty();
  }

  private RestConnector connector(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("endpoint", "http://127.0.0.1:" + partner.getAddress().getPort());
    values.put("allow-loopback", "true");
    return new RestConnector(new ConnectorSettings("publicity", values, name -> SECRET));
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    seen.put("body", new String(body, StandardCharsets.UTF_8));
    seen.put("line", exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestHeaders().forEach((k, v) -> seen.put(k.toLowerCase(), v.get(0)));
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 || bytes.length == 0 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
