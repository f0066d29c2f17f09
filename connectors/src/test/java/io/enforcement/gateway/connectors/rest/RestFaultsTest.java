package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.FaultyPartner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once the first byte has left, every fault is ambiguous; before that, none is. */
@Timeout(30)
class RestFaultsTest {

  private static final Dispatch DISPATCH = new Dispatch("key-1", "penalty", "{}".getBytes());

  @Test
  void aResetAfterTheRequestIsAmbiguousAndNotRepeated() throws IOException {
    try (var partner =
        new FaultyPartner(
            connection -> {
              connection.setSoLinger(true, 0);
              connection.close();
            })) {
      assertThat(send(partner)).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(partner.requests()).isEqualTo(1);
    }
  }

  @Test
  void anEmptyReplyIsAmbiguousAndNotRepeated() throws IOException {
    try (var partner = new FaultyPartner(Socket::close)) {
      assertThat(send(partner)).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(partner.requests()).isEqualTo(1);
    }
  }

  /** Whether the second answer comes with the first or after it was taken. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerThatComesTwiceIsNotTakenForTheNextOne(boolean together) throws Exception {
    String done = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    try (var partner =
            new FaultyPartner(
                connection -> {
                  if (said.getCount() == 0) {
                    FaultyPartner.answering("HTTP/1.1 422 No\r\nContent-Length: 0\r\n\r\n")
                        .on(connection);
                    return;
                  }
                  FaultyPartner.answering(together ? done + done : done).on(connection);
                  if (!together) {
                    taken.await();
                    FaultyPartner.answering(done).on(connection);
                  }
                  said.countDown();
                  connection.getInputStream().read();
                });
        RestConnector connector = connector(partner.endpoint())) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      taken.countDown();
      said.await();

      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Refused.class);
      assertThat(partner.requests()).isEqualTo(2);
    }
  }

  @Test
  void garbageIsAmbiguous() throws IOException {
    assertAmbiguous("\u0000\u0001 not HTTP at all\r\n\r\n");
    assertAmbiguous("HTTP/1.1 2OO OK\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void aReplyCutShortIsAmbiguous() throws IOException {
    assertAmbiguous("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\"");
    assertAmbiguous("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf a chunk");
    assertAmbiguous("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n");
  }

  @Test
  void aPartnerThatNeverAnswersIsAmbiguous() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (var partner = new FaultyPartner(connection -> over.await())) {
      assertThat(send(partner, "request-timeout", "PT0.3S").reason())
          .isEqualTo("no answer in time");
      over.countDown();
    }
  }

  @Test
  void aReplyThatStopsHalfwayIsAmbiguous() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (var partner =
        new FaultyPartner(
            connection -> {
              FaultyPartner.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
                  .on(connection);
              over.await();
            })) {
      Outcome outcome = send(partner, "request-timeout", "PT0.3S");
      assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(outcome.reason()).isEqualTo("no answer in time");
      over.countDown();
    }
  }

  @Test
  void aReplyThatTricklesForEverIsAmbiguous() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (var partner =
        new FaultyPartner(
            connection -> {
              FaultyPartner.answering("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
                  .on(connection);
              while (!over.await(100, TimeUnit.MILLISECONDS)) {
                connection.getOutputStream().write('{');
              }
            })) {
      Outcome outcome = send(partner, "request-timeout", "PT0.3S", "connect-timeout", "PT0.3S");
      assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(outcome.reason()).isEqualTo("no complete answer in time");
      over.countDown();
    }
  }

  @Test
  void aClosedPortIsUnavailable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Outcome outcome = send("http://127.0.0.1:" + port);
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.reason()).isEqualTo("connect refused");
  }

  @Test
  void aFullBacklogIsUnavailable() throws IOException {
    List<Socket> crowd = new ArrayList<>();
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 3; i++) {
        Socket waiting = new Socket();
        crowd.add(waiting);
        connectIfItCan(waiting, busy);
      }
      Outcome outcome =
          send("http://127.0.0.1:" + busy.getLocalPort(), "connect-timeout", "PT0.3S");
      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).isEqualTo("connect timed out");
    } finally {
      for (Socket waiting : crowd) {
        waiting.close();
      }
    }
  }

  @Test
  void anUnknownNameIsUnavailable() {
    assertThat(send("http://no-such-host.invalid").reason()).isEqualTo("name unknown");
  }

  @Test
  void aPartnerWithoutTlsIsUnavailableOverHttps() throws IOException {
    try (var partner =
            new FaultyPartner(
                FaultyPartner.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread speaker = new Thread(() -> speakPlainly(plain));
      speaker.setDaemon(true);
      speaker.start();
      Outcome outcome = send("https://127.0.0.1:" + plain.getLocalPort());
      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).isEqualTo("TLS failed");
    }
  }

  @Test
  void metadataAndLoopbackAddressesGetNoRequest() throws IOException {
    try (var partner =
        new FaultyPartner(
            FaultyPartner.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
      String loopback = partner.endpoint();
      for (String endpoint :
          new String[] {
            loopback,
            loopback.replace("127.0.0.1", "localhost"),
            loopback.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
            "http://169.254.169.254",
            "http://100.100.100.200",
            "http://[fe80::1]",
            "http://0.0.0.0",
            "http://224.0.0.1",
            "http://[64:ff9b::a9fe:a9fe]"
          }) {
        assertThat(send(endpoint, "allow-loopback", "false").reason())
            .as(endpoint)
            .isEqualTo("address not allowed");
      }
      assertThat(partner.requests()).isZero();
    }
  }

  @Test
  void anUnansweredQuestionStaysOpen() throws IOException {
    try (var partner = new FaultyPartner(Socket::close);
        var connector = connector(partner.endpoint(), "ask-path", "/have/{key}")) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  private static void assertAmbiguous(String reply) throws IOException {
    try (var partner = new FaultyPartner(FaultyPartner.answering(reply))) {
      assertThat(send(partner)).as(reply).isInstanceOf(Outcome.Ambiguous.class);
    }
  }

  private static void connectIfItCan(Socket waiting, ServerSocket busy) {
    try {
      waiting.connect(busy.getLocalSocketAddress(), 100);
    } catch (IOException e) {
      // The backlog is full already: that is what we want.
    }
  }

  private static void speakPlainly(ServerSocket door) {
    try (Socket connection = door.accept()) {
      connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
      connection.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The connector hung up.
    }
  }

  private static Outcome send(FaultyPartner partner, String... settings) {
    return send(partner.endpoint(), settings);
  }

  private static Outcome send(String endpoint, String... settings) {
    try (var connector = connector(endpoint, settings)) {
      return connector.send(DISPATCH);
    }
  }

  private static RestConnector connector(String endpoint, String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("endpoint", endpoint);
    values.put("allow-loopback", "true");
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new RestConnector(new ConnectorSettings("publicity", values, name -> new Secret("x")));
  }
}
