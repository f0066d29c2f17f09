package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The four headers of a signed request, well-formed; nothing about them is proven yet.
 *
 * @param appKey who the caller says to be
 * @param timestamp milliseconds since 1970, as sent
 * @param nonce random, once per request
 * @param signature 64 hexadecimal digits
 */
record SignatureHeaders(String appKey, String timestamp, String nonce, String signature) {

  static final String APP_KEY = "X-App-Key";
  static final String TIMESTAMP = "X-Timestamp";
  static final String NONCE = "X-Nonce";
  static final String SIGNATURE = "X-Signature";

  private static final Pattern APP_KEY_FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern TIMESTAMP_FORM = Pattern.compile("[0-9]{12,14}");
  private static final Pattern NONCE_FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final Pattern SIGNATURE_FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * Reads the headers.
   *
   * @throws ProblemException when one is absent, repeated or not of its form
   */
  static SignatureHeaders of(HttpServletRequest request) {
    return new SignatureHeaders(
        only(request, APP_KEY, APP_KEY_FORM),
        only(request, TIMESTAMP, TIMESTAMP_FORM),
        only(request, NONCE, NONCE_FORM),
        only(request, SIGNATURE, SIGNATURE_FORM));
  }

  /** The AppKey for the trail, or null when it is not well-formed. */
  static String appKeyIfWellFormed(HttpServletRequest request) {
    String key = request.getHeader(APP_KEY);
    return key != null && APP_KEY_FORM.matcher(key).matches() ? key : null;
  }

  Instant at() {
    return Instant.ofEpochMilli(Long.parseLong(timestamp));
  }

  /**
   * Refuses a request that was signed too long ago or in the future.
   *
   * @throws ProblemException outside the window
   */
  void requireWithin(Duration window, Instant now) {
    if (Duration.between(at(), now).abs().compareTo(window) > 0) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED,
          TIMESTAMP,
          "authentication.timestamp",
          Long.toString(window.toSeconds()));
    }
  }

  private static String only(HttpServletRequest request, String name, Pattern form) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() != 1 || !form.matcher(values.get(0)).matches()) {
      throw ProblemException.of(ProblemCode.UNAUTHENTICATED, name, "authentication.headers");
    }
    return values.get(0);
  }
}
