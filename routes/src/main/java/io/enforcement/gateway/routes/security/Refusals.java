package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers callers who are turned away at the door and tells the trail, at most 50 at once and 5 a
 * second after that: the trail must not become the target of a flood. What is left out is counted
 * and named in the log.
 */
@Component
class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final String CHALLENGE = "Bearer realm=\"enforcement-gateway\"";

  private final ProblemWriter writer;
  private final SecurityEvents events;
  private final AtomicLong leftOut = new AtomicLong();
  private final Bucket rate =
      Bucket.builder()
          .addLimit(limit -> limit.capacity(50).refillGreedy(5, Duration.ofSeconds(1)))
          .build();

  Refusals(ProblemWriter writer, SecurityEvents events) {
    this.writer = writer;
    this.events = events;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
      throws IOException {
    tell(refusal, SignatureHeaders.appKeyIfWellFormed(request), request.getRemoteAddr());
    boolean unknown = refusal.code() == ProblemCode.UNAUTHENTICATED;
    writer.write(
        request, response, unknown ? refusal.withHeader("WWW-Authenticate", CHALLENGE) : refusal);
  }

  /**
   * Tells the trail of a caller that somebody else answers.
   *
   * @param claimed whom the caller claims to be, or null when that is no well-formed name
   */
  void tell(ProblemException refusal, String claimed, String remoteAddress) {
    if (!rate.tryConsume(1)) {
      leftOut.incrementAndGet();
      return;
    }
    long before = leftOut.getAndSet(0);
    if (before > 0) {
      LOG.warn("{} refused callers are not in the trail: too many at once", before);
    }
    String reason =
        refusal.findings().isEmpty() ? refusal.code().code() : refusal.findings().get(0).rule();
    events.refused(reason, claimed, remoteAddress);
  }
}
