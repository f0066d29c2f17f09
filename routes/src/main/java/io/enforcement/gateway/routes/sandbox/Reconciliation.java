package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Receiver;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Totals;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the gateway's counts against each other and against the partners' own ledgers. What does
 * not agree is named, never smoothed over.
 */
final class Reconciliation {

  private static final int LEAST_RECEIVED = 300;
  private static final Set<String> MAY_BE_THERE =
      Set.of("DELIVERED", "REFUSED_BY_RECEIVER", "IN_DOUBT");

  private final long sent;
  private final Totals before;
  private final Totals after;
  private final List<String> differences = new ArrayList<>();

  /**
   * @param sent records that the partners sent in this run
   * @param before the gateway's counts at the beginning of the run
   * @param after its counts at rest
   */
  Reconciliation(long sent, Totals before, Totals after) {
    this.sent = sent;
    this.before = before;
    this.after = after;
    records();
    after.receivers().forEach(this::receiver);
  }

  /** Of the receivers alone: what was delivered to whom since the first run. */
  static Reconciliation of(Totals now) {
    return new Reconciliation(now);
  }

  private Reconciliation(Totals now) {
    sent = 0;
    before = now;
    after = now;
    after.receivers().forEach(this::receiver);
  }

  private long received() {
    return after.received() - before.received();
  }

  private long duplicates() {
    return after.duplicates() - before.duplicates();
  }

  private long refused() {
    return after.refused() - before.refused();
  }

  private void records() {
    if (sent != received() + duplicates() + refused()) {
      differences.add(
          "sent %d, but received %d + duplicates %d + refused %d"
              .formatted(sent, received(), duplicates(), refused()));
    }
    if (received() < LEAST_RECEIVED) {
      differences.add("received only " + received());
    }
  }

  private void receiver(String id, Receiver counts) {
    if (!counts.addsUp()) {
      differences.add(id + ": subscribed is not the sum of what became of it: " + counts);
    }
  }

  /** Compares what a receiver wrote down with the gateway's deliveries, key by key. */
  void compare(String id, Ledger ledger, List<Delivery> deliveries) {
    Map<String, Integer> arrived = ledger.keys(Event.ARRIVED);
    Map<String, String> states = new LinkedHashMap<>();
    for (Delivery d : deliveries) {
      if (d.receiver().equals(id)) {
        states.put(d.key(), d.state());
        if (d.state().equals("DELIVERED") && arrived.getOrDefault(d.key(), 0) != 1) {
          differences.add(id + ": delivered, but not once in its ledger: " + d.key());
        }
      }
    }
    for (String key : arrived.keySet()) {
      String state = states.get(key);
      if (state != null && !MAY_BE_THERE.contains(state)) {
        differences.add(id + ": in its ledger, but " + state + " at the gateway: " + key);
      }
    }
    compareCounts(id, arrived, ledger.keys(Event.REFUSED));
  }

  /** Over all runs: what the ledger holds is what the gateway counts, neither more nor less. */
  void compareCounts(String id, Map<String, Integer> arrived, Map<String, Integer> refused) {
    Receiver counts = after.receivers().getOrDefault(id, Receiver.NONE);
    long twice = arrived.values().stream().filter(n -> n > 1).count();
    if (twice > 0) {
      differences.add(id + ": " + twice + " keys stand twice in its ledger");
    }
    if (arrived.size() < counts.delivered()) {
      differences.add(
          "%s: the gateway says delivered %d, its ledger holds %d"
              .formatted(id, counts.delivered(), arrived.size()));
    }
    long here = arrived.keySet().stream().filter(key -> !refused.containsKey(key)).count();
    if (here + refused.size()
        > counts.delivered() + counts.refusedByReceiver() + counts.inDoubt()) {
      differences.add(
          "%s: its ledger holds %d, the gateway accounts for %s"
              .formatted(id, here + refused.size(), counts));
    }
  }

  /** Rows that stand in a receiver's tables more often than they were delivered. */
  void doubled(String id, int rows) {
    if (rows > 0) {
      differences.add(id + ": " + rows + " records stand twice in its tables");
    }
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  /** The one line of JSON. */
  String json(double seconds) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sent", sent);
    line.put("received", received());
    line.put("duplicates", duplicates());
    line.put("refused", refused());
    line.put("receivers", after.receivers());
    line.put("totals", after.receivers().values().stream().reduce(Receiver.NONE, Receiver::plus));
    line.put("seconds", Math.round(seconds * 10) / 10.0);
    return JsonMapper.builder().build().writeValueAsString(line);
  }
}
