package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.ProvincialSignature;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** A provincial gateway's four headers. Its nonces are short: with the time they are unique. */
record ProvincialClaim(
    CallerHeaders headers, String paasid, String timestamp, String given, String signature)
    implements Claim {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern TIME = Pattern.compile("[0-9]{10}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9A-Fa-f]{64}");

  static ProvincialClaim of(HttpServletRequest request, CallerHeaders headers) {
    return new ProvincialClaim(
        headers,
        only(request, headers.paasid(), ID),
        only(request, headers.timestamp(), TIME),
        only(request, headers.nonce(), NONCE),
        only(request, headers.signature(), SIGNATURE));
  }

  @Override
  public CallerProof proof() {
    return CallerProof.PROVINCIAL;
  }

  @Override
  public String name() {
    return paasid;
  }

  @Override
  public Instant at() {
    return Instant.ofEpochSecond(Long.parseLong(timestamp));
  }

  @Override
  public String nonce() {
    return timestamp + '.' + given;
  }

  @Override
  public String timestampHeader() {
    return headers.timestamp();
  }

  @Override
  public boolean provenBy(Secret secret, HttpServletRequest request, SignedBody body) {
    String expected = ProvincialSignature.sign(secret, timestamp, given);
    return RequestSignature.matches(expected, signature.toUpperCase(Locale.ROOT));
  }

  @Override
  public ProblemException unproven() {
    return ProblemException.of(
        ProblemCode.UNAUTHENTICATED, headers.signature(), "authentication.caller-signature");
  }

  private static String only(HttpServletRequest request, String name, Pattern form) {
    return Claim.only(request, name, form, "authentication.caller-headers");
  }
}
