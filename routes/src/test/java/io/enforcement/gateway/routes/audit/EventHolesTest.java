package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.audit.EventHoles.Hole;
import org.junit.jupiter.api.Test;

class EventHolesTest {

  private static final long LATER = EventHoles.PATIENCE.toNanos() + 1;

  private final EventHoles holes = new EventHoles(10);

  @Test
  void aHoleIsFilledFromTheMiddle() {
    holes.saw(11, 0);
    holes.saw(16, 0);
    holes.saw(14, 0);

    assertThat(holes.open())
        .extracting(Hole::first, Hole::last)
        .containsExactly(pair(12, 13), pair(15, 15));
    assertThat(holes.settledTo()).isEqualTo(11);
    assertThat(holes.highest()).isEqualTo(16);

    holes.saw(12, 0);
    holes.saw(13, 0);
    assertThat(holes.settledTo()).isEqualTo(14);
    holes.saw(15, 0);
    assertThat(holes.settledTo()).isEqualTo(16);
  }

  @Test
  void aHoleIsGivenUpOnceNobodyCanFillIt() {
    holes.saw(12, 0);
    holes.settle(90, 100, LATER); // what runs now is asked for the first time
    assertThat(holes.settledTo()).isEqualTo(10);

    holes.settle(99, 120, LATER); // one of them still runs
    assertThat(holes.settledTo()).isEqualTo(10);

    holes.settle(100, 130, LATER);
    assertThat(holes.settledTo()).isEqualTo(12);
  }

  @Test
  void aTransactionWithoutANameIsWaitedFor() {
    holes.saw(12, 0);
    holes.settle(100, 100, 1);
    holes.settle(200, 200, EventHoles.PATIENCE.toNanos());
    assertThat(holes.settledTo()).isEqualTo(10);

    holes.settle(200, 200, LATER);
    assertThat(holes.settledTo()).isEqualTo(12);
  }

  @Test
  void noEventIsSeenTwice() {
    holes.saw(11, 0);

    assertThatThrownBy(() -> holes.saw(11, 0)).isInstanceOf(IllegalStateException.class);
  }

  private static org.assertj.core.groups.Tuple pair(long first, long last) {
    return org.assertj.core.groups.Tuple.tuple(first, last);
  }
}
