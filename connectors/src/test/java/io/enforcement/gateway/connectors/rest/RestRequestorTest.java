package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.PartnerReply;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.FaultyPartner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer at once is, and what each way of not answering is called. */
@Timeout(30)
class RestRequestorTest {

  private static final Dispatch QUESTION = new Dispatch("key-1", "licence-query", "{}".getBytes());
  private static final Duration PATIENCE = Duration.ofMillis(400);

  @Test
  void givesTheWholeBodyAndNotOnlyItsStart() throws IOException {
    String body = "[" + "1,".repeat(4000) + "1]";

    PartnerReply reply = answered("200 OK", body);

    assertThat(reply)
        .isInstanceOfSatisfying(
            PartnerReply.Given.class, given -> assertThat(given.body()).asString().isEqualTo(body));
  }

  @ParameterizedTest
  @CsvSource({
    "400 Bad Request, Refused",
    "403 Forbidden, Refused",
    "404 Not Found, Refused",
    "429 Too Many Requests, Unavailable",
    "302 Found, Broken",
    "500 Internal Server Error, Broken",
    "503 Service Unavailable, Broken"
  })
  void aStatusSaysWhatBecameOfIt(String status, String kind) throws IOException {
    assertThat(answered(status, "{}").getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aBodyThatIsTooLongOrAgainstTheContractIsBroken() throws IOException {
    assertThat(answered("200 OK", "1".repeat(70_000))).isInstanceOf(PartnerReply.Broken.class);
    assertThat(answered("200 OK", "{\"code\":\"1\"}", "accepted", "/code=0"))
        .isInstanceOf(PartnerReply.Broken.class);
  }

  @Test
  void givesUpWhenPatienceIsOverAndAsksOnlyOnce() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (FaultyPartner partner = new FaultyPartner(connection -> over.await())) {
      long start = System.nanoTime();

      PartnerReply reply = ask(partner.endpoint(), Map.of());

      assertThat(reply).isInstanceOf(PartnerReply.TooSlow.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      assertThat(partner.requests()).isEqualTo(1);
      over.countDown();
    }
  }

  @Test
  void anAnswerThatDripsIsTooSlowToo() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (FaultyPartner partner =
        new FaultyPartner(
            connection -> {
              connection.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes());
              while (!over.await(50, TimeUnit.MILLISECONDS)) {
                connection.getOutputStream().write("X-Drip: 1\r\n".getBytes());
              }
            })) {
      assertThat(ask(partner.endpoint(), Map.of())).isInstanceOf(PartnerReply.TooSlow.class);
      over.countDown();
    }
  }

  @Test
  void nobodyThereIsUnavailableAndAHangUpIsBroken() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(ask("http://127.0.0.1:" + port, Map.of()))
        .isInstanceOf(PartnerReply.Unavailable.class);
    try (FaultyPartner partner = new FaultyPartner(Socket::close)) {
      assertThat(ask(partner.endpoint(), Map.of())).isInstanceOf(PartnerReply.Broken.class);
    }
  }

  private static PartnerReply answered(String status, String body, String... setting)
      throws IOException {
    String head = "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
    try (FaultyPartner partner = new FaultyPartner(FaultyPartner.answering(head + body))) {
      return ask(
          partner.endpoint(), setting.length == 0 ? Map.of() : Map.of(setting[0], setting[1]));
    }
  }

  private static PartnerReply ask(String endpoint, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("endpoint", endpoint);
    values.put("allow-loopback", "true");
    ConnectorSettings settings = new ConnectorSettings("housing", values, name -> new Secret("x"));
    try (RestRequestor requestor = new RestRequestor(settings)) {
      return requestor.ask(QUESTION, PATIENCE);
    }
  }
}
