package io.enforcement.gateway.routes.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many messages per second a partner may send to this node. One second's worth may come at
 * once. Counted in memory: with several nodes each counts for itself. Thread-safe.
 */
@Component
public class Quota {

  private record Limited(int perSecond, Bucket bucket) {}

  private final Map<String, Limited> partners = new ConcurrentHashMap<>();

  /**
   * Takes one message from the partner's quota; never waits.
   *
   * @param partner id of a known partner; the caller has proven it, so their number is bounded
   * @param perSecond messages per second, more than 0; a changed figure takes effect at once
   * @return false when the quota is used up: answer with {@code over-quota}
   */
  public boolean tryTake(String partner, int perSecond) {
    Limited limited = partners.get(partner);
    if (limited == null || limited.perSecond != perSecond) {
      limited =
          partners.compute(
              partner,
              (name, now) -> now != null && now.perSecond == perSecond ? now : fresh(perSecond));
    }
    return limited.bucket.tryConsume(1);
  }

  private static Limited fresh(int perSecond) {
    return new Limited(
        perSecond,
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
            .build());
  }
}
