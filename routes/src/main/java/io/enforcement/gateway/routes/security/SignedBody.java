package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a request's body when its signature is judged.
 *
 * @param bytes the whole body; empty when it is still to be read as a stream
 * @param sha256 64 lower-case hexadecimal digits: of the bytes, or as the header {@link #DECLARED}
 *     says of a stream. Who reads the stream compares.
 */
record SignedBody(byte[] bytes, String sha256) {

  /** The header with the SHA-256 of a body that is too large to be read before it is trusted. */
  static final String DECLARED = "X-Content-SHA256";

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> STREAMING = Set.of("PUT", "PATCH");
  private static final byte[] UNREAD = {};

  /** Reads the body, up to the limit. */
  static SignedBody read(HttpServletRequest request, int limit) {
    byte[] bytes = BoundedBody.read(request, limit);
    return new SignedBody(bytes, RequestSignature.digest(bytes));
  }

  /**
   * Leaves the body of a PUT or PATCH unread and takes its digest as declared; reads any other.
   *
   * @throws ProblemException when the digest is not declared once and well-formed
   */
  static SignedBody streaming(HttpServletRequest request, int limit) {
    if (!STREAMING.contains(request.getMethod())) {
      return read(request, limit);
    }
    BoundedBody.requirePlain(request);
    List<String> values = Collections.list(request.getHeaders(DECLARED));
    if (values.size() != 1 || !FORM.matcher(values.get(0)).matches()) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED, DECLARED, "authentication.body-digest");
    }
    return new SignedBody(UNREAD, values.get(0));
  }
}
