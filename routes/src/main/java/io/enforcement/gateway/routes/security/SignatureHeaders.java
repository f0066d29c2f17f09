package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The four headers of a request that is signed in our own way.
 *
 * @param appKey who the caller says to be
 * @param timestamp milliseconds since 1970, as sent
 * @param nonce random, once per request
 * @param signature 64 hexadecimal digits
 */
record SignatureHeaders(String appKey, String timestamp, String nonce, String signature)
    implements Claim {

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

  @Override
  public CallerProof proof() {
    return CallerProof.GATEWAY;
  }

  @Override
  public String name() {
    return appKey;
  }

  @Override
  public Instant at() {
    return Instant.ofEpochMilli(Long.parseLong(timestamp));
  }

  @Override
  public String timestampHeader() {
    return TIMESTAMP;
  }

  @Override
  public boolean provenBy(Secret secret, HttpServletRequest request, SignedBody body) {
    String canonical =
        RequestSignature.canonical(
            request.getMethod(),
            request.getRequestURI(),
            request.getQueryString(),
            body.sha256(),
            timestamp,
            nonce);
    return RequestSignature.matches(RequestSignature.sign(secret, canonical), signature);
  }

  @Override
  public ProblemException unproven() {
    return ProblemException.of(ProblemCode.UNAUTHENTICATED, SIGNATURE, "authentication.signature");
  }

  private static String only(HttpServletRequest request, String name, Pattern form) {
    return Claim.only(request, name, form, "authentication.headers");
  }
}
