package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.Turn;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The turn to append to the audit trail, as a lease of this process's epoch. Thread-safe. */
@Component
class AuditTurn implements Turn {

  private static final String LEASE = "audit";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  private final NodeStore nodes;
  private final Node node;

  AuditTurn(NodeStore nodes, Node node) {
    this.nodes = nodes;
    this.node = node;
  }

  @Override
  public boolean take() {
    return nodes.hold(LEASE, node.epoch(), LEASE_TIME);
  }
}
