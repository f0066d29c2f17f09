package io.enforcement.gateway.routes.partner;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Waiting times between attempts. A receiver that may be away for days, and is owed everything, is
 * waited for: the last time is repeated until all of them together are that long.
 */
final class Ladder {

  /** So many rungs are enough for two months of ten minutes each. */
  private static final long MOST = 10_000;

  private Ladder() {}

  /**
   * @param rungs as they are written down
   * @param patience how long they are to last together; a shorter one changes nothing
   */
  static List<Duration> of(List<Duration> rungs, Duration patience) {
    Duration written = rungs.stream().reduce(Duration.ZERO, Duration::plus);
    if (rungs.isEmpty() || patience.compareTo(written) <= 0) {
      return rungs;
    }
    Duration last = rungs.get(rungs.size() - 1);
    long more = patience.minus(written).toMillis() / Math.max(1, last.toMillis());
    return Stream.concat(
            rungs.stream(), Collections.nCopies((int) Math.min(more, MOST), last).stream())
        .toList();
  }
}
