package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.time.Instant;

/** Remembers nonces for as long as a timestamp can be valid, so that a request works only once. */
public interface NonceStore {

  /** True when this partner has not used the nonce before; from now on it has. */
  boolean firstUse(String partner, String nonce, Instant at);

  /** The answer to a nonce that was used before. */
  static ProblemException usedBefore() {
    return ProblemException.of(
        ProblemCode.UNAUTHENTICATED, SignatureHeaders.NONCE, "authentication.nonce");
  }
}
