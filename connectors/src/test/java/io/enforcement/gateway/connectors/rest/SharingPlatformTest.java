package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.ProfilePartner.Answer;
import io.enforcement.gateway.connectors.rest.ProfilePartner.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform that hands out short-lived secrets and takes only what is signed with the newest. */
@Timeout(30)
class SharingPlatformTest {

  private static final Dispatch DISPATCH = new Dispatch("key-1", "penalty", "{}".getBytes());
  private static final String REFRESH = "/sysapi/auth/refreshappsecret";

  private final AtomicInteger secrets = new AtomicInteger();
  private volatile Duration life = Duration.ofMinutes(10);
  private volatile String refreshReply;
  private volatile int refreshStatus = 200;
  private ProfilePartner platform;

  @BeforeEach
  void open() throws IOException {
    platform = new ProfilePartner();
    platform.answering = call -> call.line().endsWith(REFRESH) ? refresh(call) : serve(call);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void signsTheVector() {
    assertThat(
            SharingPlatformSignature.sign(
                ProfilePartner.SECRET, "s_service_1", "requester-1", "1763780400000"))
        .isEqualTo("i37jToYS/LtNqe2AoD/rNlIbiwYi5KbP/svcpmE7Hsk=");
  }

  @Test
  void signsWithTheSecretThatTheRefreshServiceGave() {
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    Call refresh = platform.calls.get(0);
    assertThat(refresh.line()).isEqualTo("POST " + REFRESH);
    assertThat(refresh.headers())
        .containsEntry("gjgxjhpt_rid", "requester-1")
        .containsEntry("gjgxjhpt_sid", "s_service_1")
        .containsEntry("gjgxjhpt_rtime", "1763780400000")
        .containsEntry("gjgxjhpt_sign", "i37jToYS/LtNqe2AoD/rNlIbiwYi5KbP/svcpmE7Hsk=");
    assertThat(refresh.body()).contains("\"gjgxjhpt_rid\":\"requester-1\"");
    Call call = platform.last();
    assertThat(call.line()).isEqualTo("POST /httpproxy");
    assertThat(call.headers().get("gjgxjhpt_sign")).isEqualTo(signature("short-lived-1"));
  }

  @Test
  void keepsTheSecretUntilShortlyBeforeItsEnd() {
    try (var connector = connector()) {
      connector.send(DISPATCH);
      platform.now = platform.now.plus(Duration.ofSeconds(569));
      connector.send(DISPATCH);
      assertThat(secrets).hasValue(1);
      platform.now = platform.now.plus(Duration.ofSeconds(2));
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(secrets).hasValue(2);
    }
  }

  @Test
  void readsAnEndThatIsWrittenAsATimeInChina() {
    refreshReply =
        "{\"data\":{\"secret\":\"short-lived-1\",\"secretEndTime\":\"2025-11-22 11:01:00\"}}";
    try (var connector = connector()) {
      connector.send(DISPATCH);
      platform.now = platform.now.plus(Duration.ofSeconds(29));
      connector.send(DISPATCH);
      assertThat(secrets).hasValue(1);
      platform.now = platform.now.plus(Duration.ofSeconds(2));
      connector.send(DISPATCH);
      assertThat(secrets).hasValue(2);
    }
  }

  @Test
  void opensASecretThatComesSealed() {
    refreshReply = "{\"data\":{\"secret\":\"YISvW/HcVNuj9gc8MnOsxw==\"}}";
    try (var connector = connector("refresh-sealed", "true")) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(platform.last().headers().get("gjgxjhpt_sign"))
        .isEqualTo(signature("short-lived-1"));
  }

  @Test
  void manyThreadsShareOneRefresh() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    var direct = platform.answering;
    platform.answering =
        call -> {
          if (call.line().endsWith(REFRESH)) {
            pause(waiting);
          }
          return direct.to(call);
        };
    var threads = Executors.newFixedThreadPool(8);
    try (var connector = connector()) {
      Callable<Outcome> sending = () -> connector.send(DISPATCH);
      var sent = IntStream.range(0, 8).mapToObj(i -> threads.submit(sending)).toList();
      while (platform.callsTo(REFRESH) == 0) {
        Thread.onSpinWait();
      }
      waiting.countDown();
      for (var each : sent) {
        assertThat(each.get()).isInstanceOf(Outcome.Accepted.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(platform.callsTo(REFRESH)).isEqualTo(1);
    assertThat(platform.callsTo("/httpproxy")).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{}}",
        "{\"code\":\"500\"}",
        "<html>",
        "",
        "{\"data\":{\"secret\":\"x\",\"secretEndTime\":\"soon\"}}",
        "{\"data\":{\"secret\":\"x\",\"secretEndTime\":\"1763780399000\"}}"
      })
  void withoutASecretNothingIsSent(String reply) {
    refreshReply = reply;
    try (var connector = connector()) {
      Outcome outcome = connector.send(DISPATCH);

      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).startsWith("the refresh service");
      assertThat(platform.callsTo("/httpproxy")).isZero();
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  @Test
  void aRefreshServiceThatFailsIsAskedAgainNextTime() {
    refreshStatus = 500;
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH).reason())
          .isEqualTo("the refresh service answered HTTP 500");
      refreshStatus = 200;
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void aSecretTurnedDownIsReplaced() {
    try (var connector = connector()) {
      connector.send(DISPATCH);
      secrets.incrementAndGet(); // The platform changed it before its end.

      Outcome turnedDown = connector.send(DISPATCH);

      assertThat(turnedDown).isInstanceOf(Outcome.Unavailable.class);
      assertThat(turnedDown.reason()).isEqualTo("HTTP 401, the secret is renewed");
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void aSecondRefusalInARowIsThePlatformsLastWord() {
    platform.answering =
        call -> call.line().endsWith(REFRESH) ? refresh(call) : new Answer(401, "");
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Unavailable.class);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Refused.class);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void noSecretStandsInAnyReason() {
    refreshReply = "{\"data\":{\"secret\":\"short-lived-1\",\"secretEndTime\":\"x-1\"}}";
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH).toString())
          .doesNotContain("short-lived", ProfilePartner.SECRET.reveal());
    }
  }

  private RestConnector connector(String... more) {
    List<String> settings =
        new java.util.ArrayList<>(
            List.of(
                "profile", "sharing-platform",
                "rid", "requester-1",
                "sid", "s_service_1",
                "path", "/httpproxy",
                "refresh-path", REFRESH));
    settings.addAll(List.of(more));
    return platform.connector(settings.toArray(String[]::new));
  }

  private Answer refresh(Call call) {
    int number = secrets.incrementAndGet();
    String fresh =
        "{\"data\":{\"secret\":\"short-lived-%d\",\"secretEndTime\":%d}}"
            .formatted(number, platform.now.plus(life).toEpochMilli());
    return new Answer(refreshStatus, refreshReply == null ? fresh : refreshReply);
  }

  private Answer serve(Call call) {
    String newest = refreshReply == null ? "short-lived-" + secrets.get() : "short-lived-1";
    boolean right = signature(newest).equals(call.headers().get("gjgxjhpt_sign"));
    return new Answer(right ? 200 : 401, "{}");
  }

  private String signature(String secret) {
    return SharingPlatformSignature.sign(
        new Secret(secret),
        "s_service_1",
        "requester-1",
        Long.toString(platform.now.toEpochMilli()));
  }

  private static void pause(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
