package io.enforcement.gateway.routes.store;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The claims that this process makes or works on, noted before they are committed. One of its epoch
 * that is not here was committed although its commit seemed to fail: nobody knows of it, and
 * nothing of it was sent. Thread-safe.
 */
@Component
public class ClaimsInHand {

  private final Set<UUID> claims = ConcurrentHashMap.newKeySet();

  /** Before a claim is committed. */
  public void take(UUID claim) {
    claims.add(claim);
  }

  /** When claims are settled, or were not committed as far as we know. */
  public void leave(Collection<UUID> settled) {
    claims.removeAll(settled);
  }

  boolean has(UUID claim) {
    return claims.contains(claim);
  }
}
