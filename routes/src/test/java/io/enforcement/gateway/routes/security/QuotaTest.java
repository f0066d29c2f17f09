package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private final Quota unit = new Quota();

  @Test
  void letsOneSecondsWorthThroughAtOnceAndNoMore() {
    // One a second: within this test's time nothing worth mentioning comes back.
    assertThat(unit.tryTake("housing", 1)).isTrue();
    assertThat(unit.tryTake("housing", 1)).isFalse();
  }

  @Test
  void partnersDoNotShareAQuota() {
    unit.tryTake("housing", 1);
    assertThat(unit.tryTake("credit", 1)).isTrue();
  }

  @Test
  void theQuotaComesBackWithTime() {
    IntStream.range(0, 20).forEach(i -> unit.tryTake("housing", 20));
    await().atMost(Duration.ofSeconds(5)).until(() -> unit.tryTake("housing", 20));
  }

  @Test
  void aChangedFigureTakesEffectAtOnce() {
    unit.tryTake("housing", 1);
    assertThat(unit.tryTake("housing", 5)).isTrue();
  }
}
