package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The gateway's clock jumps: order and counts are as before. */
final class ClockFaults implements Scenario {

  private static final List<Duration> JUMPS = List.of(Duration.ofHours(1), Duration.ofDays(1));

  @Override
  public String row() {
    return "F18";
  }

  @Override
  public String title() {
    return "the clock jumps an hour, and a day, forward";
  }

  @Override
  public void prepare(Stage stage) throws Exception {
    stage.trial().site().clockAhead(Duration.ZERO);
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    Duration ahead = Duration.ZERO;
    for (Duration jump : JUMPS) {
      ahead = ahead.plus(jump);
      try (GatewayApi api = stage.api()) {
        api.moveClock(Instant.now().plus(ahead));
      }
      stage.requireFlow();
    }
    return Fired.of(JUMPS.size(), stage.requireFlow());
  }
}
