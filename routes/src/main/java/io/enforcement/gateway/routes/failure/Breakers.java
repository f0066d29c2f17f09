package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.PartnerReply;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker per receiver, and one per partner that is asked, so that one that is down
 * costs a probe now and then and not a time-out per message. It closes by itself. Thread-safe.
 */
@Component
public class Breakers {

  /** How long an open breaker waits before it lets probes through. */
  public static final Duration OPEN = Duration.ofSeconds(2);

  private final CircuitBreakerRegistry breakers =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(10)
              .failureRateThreshold(60)
              .waitDurationInOpenState(OPEN)
              .permittedNumberOfCallsInHalfOpenState(2)
              .build());

  /**
   * Whether an attempt may be made now; true takes a permission that {@link #record} must give
   * back.
   */
  public boolean permits(String receiver) {
    return breaker(receiver).tryAcquirePermission();
  }

  /** Whether work for this receiver is worth claiming. */
  public boolean worthClaiming(String receiver) {
    CircuitBreaker breaker = breaker(receiver);
    if (breaker.tryAcquirePermission()) {
      breaker.releasePermission();
      return true;
    }
    return false;
  }

  /** Tells how a permitted attempt went; a refusal is an answer, not a failure of the partner. */
  public void record(String receiver, Outcome outcome, long nanos) {
    if (outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Refused) {
      breaker(receiver).onSuccess(nanos, TimeUnit.NANOSECONDS);
    } else {
      breaker(receiver).onError(nanos, TimeUnit.NANOSECONDS, new PartnerFailed(outcome.reason()));
    }
  }

  /** The same for a partner that was asked; a refusal to answer is no failure either. */
  public void record(String asked, PartnerReply reply, long nanos) {
    if (reply instanceof PartnerReply.Given || reply instanceof PartnerReply.Refused) {
      breaker(asked).onSuccess(nanos, TimeUnit.NANOSECONDS);
    } else {
      breaker(asked)
          .onError(
              nanos, TimeUnit.NANOSECONDS, new PartnerFailed(reply.getClass().getSimpleName()));
    }
  }

  /** How many of a hundred recent attempts failed; 0 as long as there were too few to say. */
  public double failingPercent(String receiver) {
    return Math.max(0, breaker(receiver).getMetrics().getFailureRate());
  }

  private CircuitBreaker breaker(String receiver) {
    return breakers.circuitBreaker(receiver);
  }

  private static final class PartnerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    PartnerFailed(String reason) {
      super(reason, null, false, false);
    }
  }
}
