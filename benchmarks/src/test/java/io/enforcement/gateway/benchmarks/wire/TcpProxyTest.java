package io.enforcement.gateway.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

  private static final byte[] BODY = "a body of some length".getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger taken = new AtomicInteger();
  private HttpListener far;
  private TcpProxy line;

  @BeforeEach
  void lay() throws IOException {
    far =
        new HttpListener(
            "far",
            request -> {
              taken.incrementAndGet();
              return Reply.of(200, "{}");
            });
    line = new TcpProxy("line", far.port());
  }

  @AfterEach
  void end() throws IOException {
    line.close();
    far.close();
  }

  @Test
  void carriesWhatItIsGiven() throws IOException {
    assertThat(ask()).isEqualTo(200);
    assertThat(line.fired()).isZero();
  }

  @Test
  void losesNothingOfWhatItRepairsAndCountsIt() throws IOException {
    line.set(Fault.lossy(Duration.ofMillis(20), 1));

    long begun = System.nanoTime();
    assertThat(ask()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(20));
    assertThat(line.fired()).isPositive();
    assertThat(taken).hasValue(1);
  }

  @Test
  void refusesAndIsWellAgain() throws IOException {
    line.set(Fault.REFUSED);

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    assertThat(line.fired()).isPositive();

    line.set(Fault.NONE);

    assertThat(ask()).isEqualTo(200);
  }

  @Test
  void cutsARequestBeforeTheFarSideHasAllOfIt() {
    AtomicInteger deeds = new AtomicInteger();
    line.atNextCut(deeds::incrementAndGet);
    line.set(Fault.cutUp(30));

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    assertThat(taken).hasValue(0);
    assertThat(deeds).hasValue(1);
  }

  @Test
  void cutsAReplyAfterTheFarSideDidTheWork() {
    line.set(Fault.cutDown(5));

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    assertThat(taken).hasValue(1);
  }

  @Test
  void isSilentUntilItIsWellAgain() {
    line.set(Fault.SILENT);
    CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::asked);

    await().atMost(Duration.ofSeconds(10)).until(() -> line.fired() > 0);
    assertThat(answer).isNotDone();

    line.set(Fault.NONE);

    assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(200);
  }

  private int asked() {
    try {
      return ask();
    } catch (IOException e) {
      return -1;
    }
  }

  private int ask() throws IOException {
    try (HttpConnection connection = new HttpConnection(line.port())) {
      return connection.exchange("POST", "/", Map.of(), BODY, () -> {}).status();
    }
  }
}
