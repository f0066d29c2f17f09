package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.province.Aggregation.Batch;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the provincial database up to date: one process at a time, as fast as it can while records
 * wait.
 */
class Aggregator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Aggregator.class);

  private static final String LEASE = "province";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  /** A commit for so many; the store bounds their bytes. */
  private static final int BATCH = 2_000;

  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final Aggregation aggregation;
  private final ExecutorService reader = Executors.newSingleThreadExecutor(Aggregator::reader);

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
      // At rest it writes nothing: a lease is taken only where something waits.
      if (aggregation.hasWork() && Boolean.TRUE.equals(transaction.execute(s -> isOurs()))) {
        together();
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        alone(e);
      }
    }
  }

  /** The next batch is read while one is written. */
  private void together() {
    Batch batch = aggregation.read(BATCH, Batch.NOTHING);
    while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
      Batch writing = batch;
      Future<Batch> next = reader.submit(() -> aggregation.read(BATCH, writing));
      if (!write(writing)) {
        return;
      }
      batch = read(next);
    }
  }

  private boolean isOurs() {
    return nodes.hold(LEASE, node.epoch(), LEASE_TIME);
  }

  private static Batch read(Future<Batch> next) {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Batch.NOTHING;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private boolean write(Batch batch) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean written = isOurs() && aggregation.write(batch);
              if (!written) {
                status.setRollbackOnly();
              }
              return written;
            }));
  }

  /** One record must not hold up the others: the first that fails alone goes behind them. */
  private void alone(RuntimeException together) {
    LOG.warn(
        "records cannot be aggregated together ({}): one by one", Diagnosis.describe(together));
    try {
      boolean written = true;
      for (int i = 0; i < BATCH && written; i++) {
        Batch one = aggregation.read(1, Batch.NOTHING);
        written = !one.isEmpty() && write(one);
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

  private static Thread reader(Runnable work) {
    Thread thread = new Thread(work, "province-reader");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
