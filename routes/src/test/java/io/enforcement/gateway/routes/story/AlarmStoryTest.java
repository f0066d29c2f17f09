package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.routes.alarm.UnroutedWatch;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People are told of an alarm, take it in hand, and have it be silent for a time. */
class AlarmStoryTest {

  private static final String UNROUTED = "/api/v1/alarms/UNROUTED/";
  private static final String OF_CREDIT = "?partner=credit&exchange=penalty-decision";

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final HttpServer duty;

  AlarmStoryTest() throws IOException {
    duty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    duty.createContext(
        "/",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    duty.start();
  }

  @AfterEach
  void end() {
    duty.stop(0);
  }

  @Test
  void anAlarmIsToldOnceTakenInHandAndSilenced() {
    String address = "http://127.0.0.1:" + duty.getAddress().getPort() + "/";
    try (StoryGateway gateway =
        StoryGateway.with(site -> Map.of("gateway.alarms.webhook", address))) {
      UnroutedWatch watch = gateway.part(UnroutedWatch.class);
      watch.unrouted("housing", "penalty-decision", "PenaltyDecision");
      watch.unrouted("credit", "penalty-decision", "PenaltyDecision");
      assertThat(silences(gateway, "{\"reason\": \"it is known\", \"hours\": 169}")).isEqualTo(422);
      assertThat(silences(gateway, "{\"reason\": \" \", \"hours\": 2}")).isEqualTo(422);
      assertThat(silences(gateway, "{\"reason\": \"it is known\", \"hours\": 2}")).isEqualTo(204);
      gateway.eventually(
          () ->
              assertThat(heard)
                  .anyMatch(
                      one -> one.contains("\"alarm\":\"UNROUTED\"") && one.contains("housing")));
      assertThat(heard).noneMatch(one -> one.contains("PenaltyDecision"));

      Visitor visitor = gateway.visitor("taking", Role.OPERATOR);
      String housing = "?partner=housing&exchange=penalty-decision";
      assertThat(visitor.opens("/console/alarms").body()).contains("UNROUTED/word", "it is known");
      visitor.submits(
          "/console/alarms/UNROUTED/word" + housing,
          "/console/alarms/UNROUTED/acknowledgement" + housing,
          Map.of("reason", "the selector is mended"));

      assertThat(visitor.opens("/console/alarms").body())
          .contains("taking 已认领：the selector is mended");
      assertThat(
              gateway
                  .operator()
                  .posts("/api/v1/alarms/DISK/acknowledgement", "application/json", word("x"))
                  .status())
          .as("does not stand")
          .isEqualTo(404);
      List<String> trail =
          gateway
              .books()
              .runtime()
              .queryForList(
                  "select milestone || ' ' || partner || ' ' || actor from event"
                      + " where milestone like 'ALARM_%' order by id",
                  String.class);
      assertThat(trail)
          .containsExactly(
              "ALARM_SILENCED credit " + Operator.NAME, "ALARM_ACKNOWLEDGED housing taking");
    }
  }

  private static int silences(StoryGateway gateway, String body) {
    return gateway
        .operator()
        .posts(
            UNROUTED + "silence" + OF_CREDIT,
            "application/json",
            body.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  private static byte[] word(String reason) {
    return "{\"reason\": \"%s\"}".formatted(reason).getBytes(StandardCharsets.UTF_8);
  }
}
