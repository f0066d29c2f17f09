package io.enforcement.gateway.routes.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A receiver that is down costs a probe now and then, and nobody has to close its breaker. */
class BreakersTest {

  private static final byte[] NOTHING = {};
  private static final Outcome AWAY = new Outcome.Unavailable("connection refused", NOTHING);
  private static final Outcome TAKEN = new Outcome.Accepted("200", NOTHING);

  private final Breakers breakers = new Breakers();

  @Test
  void opensForTheOneThatFailsAndClosesByItself() {
    open("court");

    assertThat(breakers.permits("court")).isFalse();
    assertThat(breakers.worthClaiming("court")).isFalse();
    assertThat(breakers.permits("police")).isTrue();

    await()
        .atMost(Breakers.OPEN.plus(Duration.ofSeconds(2)))
        .until(() -> breakers.permits("court"));
    breakers.record("court", TAKEN, 1);
    assertThat(breakers.permits("court")).as("the second probe").isTrue();
    breakers.record("court", TAKEN, 1);
    for (int i = 0; i < 5; i++) {
      assertThat(breakers.permits("court")).as("closed").isTrue();
    }
  }

  @Test
  void staysOpenWhenTheProbesFailToo() {
    open("court");
    await()
        .atMost(Breakers.OPEN.plus(Duration.ofSeconds(2)))
        .until(() -> breakers.permits("court"));
    breakers.record("court", AWAY, 1);
    assertThat(breakers.permits("court")).isTrue();
    breakers.record("court", AWAY, 1);

    assertThat(breakers.permits("court")).isFalse();
  }

  @Test
  void aRefusalIsAnAnswerAndOpensNothing() {
    for (int i = 0; i < 20; i++) {
      breakers.permits("court");
      breakers.record("court", new Outcome.Refused("400", NOTHING), 1);
    }
    assertThat(breakers.permits("court")).isTrue();
  }

  private void open(String receiver) {
    for (int i = 0; i < 10; i++) {
      assertThat(breakers.permits(receiver)).isTrue();
      breakers.record(receiver, AWAY, 1);
    }
  }
}
