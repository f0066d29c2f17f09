package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps conversations up to date: one process at a time, at leisure. Traffic comes first, so it
 * rests as long as it works; a deadline is hours away at least.
 */
@Component
class ConversationKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ConversationKeeper.class);

  private static final String LEASE = "conversations";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  /** Small, so that messages that arrive meanwhile wait for a short while only. */
  private static final int BATCH = 32;

  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final Follower follower;

  ConversationKeeper(
      TransactionTemplate transaction, NodeStore nodes, Node node, Follower follower) {
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.follower = follower;
  }

  /** Follows what has come since the last time. */
  @Scheduled(fixedDelay = 300)
  void follow() {
    try {
      long begun = System.nanoTime();
      while (follow(BATCH) >= BATCH && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        alone(e);
      }
    }
  }

  /** At rest it writes nothing: a lease is taken only where something waits. */
  private int follow(int limit) {
    if (!follower.hasWork()) {
      return 0;
    }
    return transaction.execute(
        status -> nodes.hold(LEASE, node.epoch(), LEASE_TIME) ? follower.follow(limit) : 0);
  }

  /** One record must not hold up the others: after a failure each goes alone. */
  private void alone(RuntimeException together) {
    LOG.warn("records cannot be followed together ({}): one by one", Diagnosis.describe(together));
    for (int i = 0; i < BATCH; i++) {
      try {
        if (follow(1) == 0) {
          return;
        }
      } catch (RuntimeException e) {
        transaction
            .execute(status -> follower.fail())
            .ifPresent(
                id -> LOG.error("record {} cannot be followed: {}", id, Diagnosis.describe(e)));
      }
    }
  }
}
