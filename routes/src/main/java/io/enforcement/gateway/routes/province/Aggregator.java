package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the provincial database up to date: one process at a time, as fast as it can while records
 * wait.
 */
class Aggregator {

  private static final Logger LOG = LoggerFactory.getLogger(Aggregator.class);

  private static final String LEASE = "province";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  /** Small enough to be read, on a busy machine too, before its transaction counts as forgotten. */
  private static final int BATCH = 1_000;

  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final Aggregation aggregation;

  Aggregator(TransactionTemplate transaction, NodeStore nodes, Node node, Aggregation aggregation) {
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.aggregation = aggregation;
  }

  /** Aggregates what has come since the last time. */
  @Scheduled(fixedDelay = 300)
  void aggregate() {
    try {
      int taken;
      do {
        taken = aggregate(BATCH);
      } while (taken > 0 && !Thread.currentThread().isInterrupted());
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        alone(e);
      }
    }
  }

  /** At rest it writes nothing: a lease is taken only where something waits. */
  private int aggregate(int limit) {
    if (!aggregation.hasWork()) {
      return 0;
    }
    return transaction.execute(
        status -> nodes.hold(LEASE, node.epoch(), LEASE_TIME) ? aggregation.aggregate(limit) : 0);
  }

  /** One record must not hold up the others: the first that fails alone goes behind them. */
  private void alone(RuntimeException together) {
    LOG.warn(
        "records cannot be aggregated together ({}): one by one", Diagnosis.describe(together));
    try {
      int taken = 1;
      for (int i = 0; i < BATCH && taken > 0; i++) {
        taken = aggregate(1);
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        transaction
            .execute(status -> aggregation.fail())
            .ifPresent(
                id -> LOG.error("record {} cannot be aggregated: {}", id, Diagnosis.describe(e)));
      }
    }
  }
}
