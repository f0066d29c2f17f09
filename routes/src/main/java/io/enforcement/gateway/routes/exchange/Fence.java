package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimsInHand;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Asked right before the first byte of an attempt: whether its claim is still ours. A process that
 * was frozen after the claim comes back with attempts that others have taken over, asked about and
 * made; none of them may leave a second time. It narrows the gap to the moment between this look
 * and the first byte, and cannot close it: what is left is for the effect class. Thread-safe.
 */
@Component
class Fence {

  /** An attempt that has not begun by then might not end within its lease. */
  private static final long LATEST = Handover.LEASE.dividedBy(2).toNanos();

  private final Node node;
  private final ClaimsInHand inHand;

  Fence(Node node, ClaimsInHand inHand) {
    this.node = node;
    this.inHand = inHand;
  }

  /** Whether this process may begin the attempt: nobody else can have its claim. */
  boolean lets(Attempt attempt) {
    OptionalLong since = inHand.since(attempt.claim());
    return since.isPresent()
        && System.nanoTime() - since.getAsLong() < LATEST
        && node.holdsSince(since.getAsLong());
  }
}
