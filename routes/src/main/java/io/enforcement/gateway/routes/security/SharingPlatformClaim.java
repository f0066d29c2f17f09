package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.connectors.rest.SharingPlatformSignature;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The national sharing platform's four headers. There is no nonce: time and signature together are
 * taken for one, so that a caller can make one request per service and millisecond.
 */
record SharingPlatformClaim(
    CallerHeaders headers, String rid, String sid, String rtime, String sign) implements Claim {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9@._-]{1,64}");
  private static final Pattern TIME = Pattern.compile("[0-9]{13}");
  private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9+/]{43}=");

  static SharingPlatformClaim of(HttpServletRequest request, CallerHeaders headers) {
    return new SharingPlatformClaim(
        headers,
        only(request, headers.rid(), ID),
        only(request, headers.sid(), ID),
        only(request, headers.rtime(), TIME),
        only(request, headers.sign(), SIGN));
  }

  @Override
  public CallerProof proof() {
    return CallerProof.SHARING_PLATFORM;
  }

  @Override
  public String name() {
    return rid;
  }

  @Override
  public Instant at() {
    return Instant.ofEpochMilli(Long.parseLong(rtime));
  }

  @Override
  public String nonce() {
    return rtime + '.' + sign;
  }

  @Override
  public String timestampHeader() {
    return headers.rtime();
  }

  @Override
  public boolean provenBy(Secret secret, HttpServletRequest request, SignedBody body) {
    return RequestSignature.matches(SharingPlatformSignature.sign(secret, sid, rid, rtime), sign);
  }

  @Override
  public ProblemException unproven() {
    return ProblemException.of(
        ProblemCode.UNAUTHENTICATED, headers.sign(), "authentication.caller-signature");
  }

  private static String only(HttpServletRequest request, String name, Pattern form) {
    return Claim.only(request, name, form, "authentication.caller-headers");
  }
}
