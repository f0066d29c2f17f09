package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Who a request says that it is from: its headers, well-formed, and nothing of it proven yet. */
interface Claim {

  CallerProof proof();

  /** The name under which the partner is known to this profile. */
  String name();

  /** When the caller signed. */
  Instant at();

  /** What makes the request the only one of its kind. */
  String nonce();

  /** The header that carries the time, for the answer. */
  String timestampHeader();

  /** Whether somebody with this secret made the claim; takes the same time for any claim. */
  boolean provenBy(Secret secret, HttpServletRequest request, SignedBody body);

  /** The answer to a claim that is not proven. */
  ProblemException unproven();

  /**
   * Refuses a request that was signed too long ago or in the future.
   *
   * @throws ProblemException outside the window
   */
  default void requireWithin(Duration window, Instant now) {
    if (Duration.between(at(), now).abs().compareTo(window) > 0) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED,
          timestampHeader(),
          "authentication.timestamp",
          Long.toString(window.toSeconds()));
    }
  }

  /**
   * The value of a header that must be there once and in this form.
   *
   * @throws ProblemException with the rule otherwise
   */
  static String only(HttpServletRequest request, String name, Pattern form, String rule) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() != 1 || !form.matcher(values.get(0)).matches()) {
      throw ProblemException.of(ProblemCode.UNAUTHENTICATED, name, rule);
    }
    return values.get(0);
  }
}
