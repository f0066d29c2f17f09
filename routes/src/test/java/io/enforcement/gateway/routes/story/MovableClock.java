package io.enforcement.gateway.routes.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The machine's clock, moved: limits of months pass in a test. It never stands still and is only
 * moved forward. Thread-safe.
 */
final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Moves it by this much; not backward. */
  void forward(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a clock that goes back would undo what is over");
    }
    ahead = ahead.plus(time);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), ahead);
  }
}
