package io.enforcement.gateway.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.FaultyPartner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that break and answers that are made to hurt: in doubt the outcome is ambiguous. */
@Timeout(30)
class SoapLineFaultsTest {

  private static final String OPEN =
      "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>";
  private static final String CLOSE = "</s:Body></s:Envelope>";
  private static final Dispatch DISPATCH =
      new Dispatch("key-1", "transfer", "<a xmlns='urn:invented:linkage'/>".getBytes());

  @Test
  void aClosedPortIsUnavailable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(send("http://127.0.0.1:" + port))
        .isInstanceOf(Outcome.Unavailable.class)
        .extracting(Outcome::reason)
        .isEqualTo("connect refused");
  }

  @Test
  void anAddressThatNoPartnerHasGetsNoRequest() throws IOException {
    try (var partner = new FaultyPartner(FaultyPartner.answering(reply("")))) {
      assertThat(send(partner.endpoint(), "allow-loopback", "false").reason())
          .isEqualTo("address not allowed");
      assertThat(partner.requests()).isZero();
    }
  }

  @Test
  void noAnswerToASentBodyIsAmbiguousAndNotRepeated() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (var partner = new FaultyPartner(connection -> over.await())) {
      Outcome outcome = send(partner.endpoint(), "request-timeout", "PT0.3S");
      assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(outcome.reason()).isEqualTo("no answer in time");
      assertThat(partner.requests()).isEqualTo(1);
      over.countDown();
    }
    try (var partner = new FaultyPartner(Socket::close)) {
      assertThat(send(partner.endpoint())).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(partner.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{\"code\":0}",
        "<code>0</code>",
        OPEN + CLOSE,
        OPEN + "<r><code>0</code></r>",
        OPEN + "<r><code>0</code></r><r><code>0</code></r>" + CLOSE,
        "<!DOCTYPE a>" + OPEN + "<r><code>0</code></r>" + CLOSE,
        "<!DOCTYPE a [<!ENTITY z SYSTEM 'file:///etc/hostname'>]>"
            + OPEN
            + "<r><code>&z;</code></r>"
            + CLOSE,
        "<s:Envelope xmlns:s='urn:invented'><s:Body><r><code>0</code></r></s:Body></s:Envelope>"
      })
  void anAnswerThatIsNoSoundEnvelopeIsNotBelieved(String body) throws IOException {
    assertNotBelieved(body);
  }

  @Test
  void aDeepAnswerIsNotBelieved() throws IOException {
    assertNotBelieved(OPEN + "<r><code>0</code>" + "<x>".repeat(20_000));
    assertNotBelieved(
        OPEN + "<code>0</code>".replace("0", "<x>".repeat(70) + "0" + "</x>".repeat(70)) + CLOSE);
  }

  @Test
  void anAnswerOfFiftyMegabytesIsNeitherReadNorBelieved() throws IOException {
    AtomicLong written = new AtomicLong();
    try (var partner = new FaultyPartner(connection -> flood(connection, written))) {
      Outcome outcome = send(partner.endpoint(), "accepted", "code=0");
      assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(outcome.reply()).hasSize(Outcome.REPLY_LIMIT);
    }
    assertThat(written.get()).isPositive().isLessThan(50L << 20);
  }

  @Test
  void aSoundAnswerOnTheSameLineIsBelieved() throws IOException {
    try (var partner =
        new FaultyPartner(
            FaultyPartner.answering(reply(OPEN + "<r><code> 0 </code></r>" + CLOSE)))) {
      assertThat(send(partner.endpoint(), "accepted", "code=0"))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void anUnansweredQuestionStaysOpen() throws IOException {
    try (var partner = new FaultyPartner(Socket::close);
        var connector = connector(partner.endpoint(), "ask-operation", "query")) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  private static void assertNotBelieved(String body) throws IOException {
    try (var partner = new FaultyPartner(FaultyPartner.answering(reply(body)))) {
      assertThat(send(partner.endpoint(), "accepted", "code=0").reason())
          .isEqualTo("HTTP 200 with a body against the contract");
    }
  }

  private static String reply(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static void flood(Socket connection, AtomicLong written) throws IOException {
    byte[] start = (OPEN + "<r><code>0</code><x>").getBytes(StandardCharsets.UTF_8);
    byte[] more = "y".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    OutputStream out = connection.getOutputStream();
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n".getBytes());
    out.write(start);
    while (written.get() < 50L << 20) {
      out.write(more);
      written.addAndGet(more.length);
    }
  }

  private static Outcome send(String endpoint, String... settings) {
    try (var connector = connector(endpoint, settings)) {
      return connector.send(DISPATCH);
    }
  }

  private static SoapConnector connector(String endpoint, String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("endpoint", endpoint);
    values.put("allow-loopback", "true");
    values.put("namespace", "urn:invented:linkage");
    values.put("operation", "a");
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new SoapConnector(new ConnectorSettings("police", values, name -> new Secret("x")));
  }
}
