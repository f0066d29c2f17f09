package io.enforcement.gateway.benchmarks.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.benchmarks.traffic.Numbered;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpListener;
import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NaiveProcessTest {

  private static final int POISON = 2;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void rollsBackWhatThePartnerRefusesAndEndsInTheDeadLetterQueue(NaiveProcess.Kind kind)
      throws Exception {
    List<Integer> posted = new CopyOnWriteArrayList<>();
    try (HttpListener partner =
            new HttpListener(
                "partner",
                request -> {
                  int number = Numbered.in(request.body());
                  posted.add(number);
                  return Reply.of(number == POISON ? 500 : 200, "{}");
                });
        NaiveProcess flow =
            new NaiveProcess(
                kind, directory, URI.create("http://127.0.0.1:" + partner.port() + "/"));
        HttpConnection sender = new HttpConnection(flow.port())) {

      for (int number = 1; number <= 3; number++) {
        byte[] body = Numbered.caseNumber(number).getBytes(StandardCharsets.US_ASCII);
        assertThat(sender.exchange("POST", "/", Map.of(), body, () -> {}).status()).isEqualTo(202);
      }

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> dead(sender).equals(Integer.toString(POISON)));
      assertThat(posted).containsExactlyInAnyOrder(1, 3, POISON, POISON, POISON);
    }
  }

  private static String dead(HttpConnection sender) throws Exception {
    return sender.exchange("GET", "/", Map.of(), new byte[0], () -> {}).text();
  }
}
