package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.Turn;
import io.enforcement.gateway.routes.store.NodeStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The turn to append to the audit trail, as a lease of this process's epoch. Thread-safe. */
@Component
class AuditTurn implements Turn {

  private static final String LEASE = "audit";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  private final NodeStore nodes;
  private final Node node;
  private volatile long heldUntil;

  AuditTurn(NodeStore nodes, Node node, MeterRegistry meters) {
    this.nodes = nodes;
    this.node = node;
    heldUntil = System.nanoTime();
    meters.gauge("gateway.leader", this, turn -> turn.heldUntil - System.nanoTime() > 0 ? 1 : 0);
  }

  @Override
  public boolean take() {
    long asked = System.nanoTime();
    boolean held = nodes.hold(LEASE, node.epoch(), LEASE_TIME);
    heldUntil = held ? asked + LEASE_TIME.toNanos() : asked;
    return held;
  }
}
