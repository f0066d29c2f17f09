package io.enforcement.gateway.routes.store;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
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

  private final Map<UUID, Long> claims = new ConcurrentHashMap<>();

  /** Before a claim is committed. */
  public void take(UUID claim) {
    claims.put(claim, System.nanoTime());
  }

  /** When claims are settled, or were not committed as far as we know. */
  public void leave(Collection<UUID> settled) {
    claims.keySet().removeAll(settled);
  }

  /**
   * Since when, by {@link System#nanoTime()}, a claim is in our hand: a moment before its lease
   * began. Empty when it is not, or not any more.
   */
  public OptionalLong since(UUID claim) {
    Long since = claims.get(claim);
    return since == null ? OptionalLong.empty() : OptionalLong.of(since);
  }

  boolean has(UUID claim) {
    return claims.containsKey(claim);
  }
}
