package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final List<Duration> RUNGS =
      List.of(Duration.ofSeconds(5), Duration.ofMinutes(10));

  @Test
  void theLastRungIsRepeatedForAsLongAsTheReceiverIsWaitedFor() {
    List<Duration> ladder = Ladder.of(RUNGS, Duration.ofDays(3));

    assertThat(ladder).startsWith(RUNGS.get(0), RUNGS.get(1), RUNGS.get(1)).hasSize(2 + 430);
    assertThat(ladder.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofDays(3).minusMinutes(10), Duration.ofDays(3));
  }

  @Test
  void aLadderThatIsLongEnoughStaysAsItIs() {
    assertThat(Ladder.of(RUNGS, Duration.ZERO)).isEqualTo(RUNGS);
    assertThat(Ladder.of(RUNGS, Duration.ofMinutes(10))).isEqualTo(RUNGS);
    assertThat(Ladder.of(List.of(), Duration.ofDays(3))).isEmpty();
  }

  @Test
  void itEndsHoweverShortTheRungs() {
    assertThat(Ladder.of(List.of(Duration.ofMillis(1)), Duration.ofDays(30))).hasSize(10_001);
  }
}
