package io.enforcement.gateway.benchmarks.restart;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a restart cost.
 *
 * @param queued deliveries that waited when the process was killed
 * @param filled how long it took to queue them
 * @param ready from the start of the process until it said so
 * @param firstDelivery from the start of the process until the first delivery arrived
 * @param drained from the start of the process until all had arrived
 * @param arrived distinct deliveries after the start
 */
public record RestartReport(
    long queued,
    Duration filled,
    Duration ready,
    Duration firstDelivery,
    Duration drained,
    int arrived) {

  private static final Duration READY = Duration.ofSeconds(15);
  private static final Duration FIRST_DELIVERY = Duration.ofSeconds(20);

  /** Whether it was as fast as promised, and nothing was lost. */
  public boolean holds() {
    return ready.compareTo(READY) <= 0
        && firstDelivery.compareTo(FIRST_DELIVERY) <= 0
        && arrived == queued;
  }

  /** All of it, for a machine to read. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("queued", queued);
    figures.put("filledMillis", filled.toMillis());
    figures.put("readyMillis", ready.toMillis());
    figures.put("firstDeliveryMillis", firstDelivery.toMillis());
    figures.put("drainedMillis", drained.toMillis());
    figures.put("arrived", arrived);
    figures.put("holds", holds());
    return figures;
  }
}
