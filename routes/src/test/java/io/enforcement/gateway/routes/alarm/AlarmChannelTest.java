package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.alarm.AlarmSettings.Mail;
import io.enforcement.gateway.routes.alarm.AlarmSettings.Syslog;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every channel over its real transport. */
class AlarmChannelTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final AlarmNotice NOTICE =
      new AlarmNotice(
          "city",
          AlarmRule.of(Alarm.Kind.QUEUE_STALLED),
          false,
          "credit",
          "penalty",
          Instant.parse("2026-11-23T08:00:00Z"),
          Instant.parse("2026-11-23T08:05:00Z"));

  @Test
  void aWebhookGetsOneFlatDocument() throws IOException {
    AtomicReference<byte[]> body = new AtomicReference<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    server.createContext(
        "/duty",
        exchange -> {
          body.set(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      new WebhookChannel(address(server, "/duty")).tell(NOTICE);

      JsonNode document = JsonMapper.builder().build().readTree(body.get());
      assertThat(document.path("alarm").asString("")).isEqualTo("QUEUE_STALLED");
      assertThat(document.path("state").asString("")).isEqualTo("STANDING");
      assertThat(document.path("partner").asString("")).isEqualTo("credit");
      assertThat(document.path("chinese").asString("")).contains("排队");
      assertThat(document.path("runbook").asString("")).endsWith("#alarm-queue-stalled");
      assertThatThrownBy(() -> new WebhookChannel(address(server, "/nowhere")).tell(NOTICE))
          .isInstanceOf(IOException.class)
          .hasMessage("HTTP 404");
    } finally {
      server.stop(0);
    }
  }

  private static URI address(HttpServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void peopleOnDutyGetOneLetterFromWhomTheServerKnows() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("gateway@example.org", "gateway", "invented");
    server.start();
    try {
      Mail settings =
          new Mail(
              "127.0.0.1",
              server.getSmtp().getPort(),
              false,
              "gateway",
              "alarm-mail",
              "gateway@example.org",
              List.of("duty@example.org", "night@example.org"));
      new MailChannel(settings, new Secret("invented")).tell(NOTICE);

      assertThat(server.getReceivedMessages()).hasSize(2);
      MimeMessage letter = server.getReceivedMessages()[0];
      assertThat(letter.getSubject()).isEqualTo(NOTICE.line()).contains("排队超过半小时", "credit");
      assertThat((String) letter.getContent())
          .contains("QUEUE_STALLED", "2026-11-23T08:00:00Z", "docs/operations.md");
      assertThat(GreenMailUtil.getAddressList(letter.getAllRecipients())).contains("night@");

      assertThatThrownBy(() -> new MailChannel(settings, new Secret("wrong")).tell(NOTICE))
          .isInstanceOf(IOException.class);
    } finally {
      server.stop();
    }
  }

  @Test
  void aLogServerGetsADatagram() throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, HERE)) {
      server.setSoTimeout(5_000);
      syslog(server.getLocalPort(), Syslog.Transport.UDP).tell(NOTICE);

      DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
      server.receive(packet);
      isWhole(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aLogServerGetsALineOfAConnection() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
      server.setSoTimeout(5_000);
      syslog(server.getLocalPort(), Syslog.Transport.TCP).tell(NOTICE);

      try (Socket connection = server.accept();
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
        connection.setSoTimeout(5_000);
        isWhole(lines.readLine());
      }
    }
  }

  @Test
  void aLogServerThatIsAwayIsTold() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
      nobody = free.getLocalPort();
    }
    assertThatThrownBy(() -> syslog(nobody, Syslog.Transport.TCP).tell(NOTICE))
        .isInstanceOf(IOException.class);
  }

  private static SyslogChannel syslog(int port, Syslog.Transport transport) {
    return new SyslogChannel("city", new Syslog("127.0.0.1", port, transport));
  }

  /** Facility local0 (16) and severity critical (2). */
  private static void isWhole(String line) {
    assertThat(line)
        .startsWith("<" + (16 * 8 + 2) + ">1 2")
        .contains(" city ", " QUEUE_STALLED ", "排队超过半小时 credit/penalty");
  }
}
