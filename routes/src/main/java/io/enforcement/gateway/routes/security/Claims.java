package io.enforcement.gateway.routes.security;

import jakarta.servlet.http.HttpServletRequest;

/** Tells by its headers in which way a request claims to be proven; our own way comes first. */
record Claims(CallerHeaders headers) {

  /** Whether it claims to be a partner's at all. */
  boolean madeBy(HttpServletRequest request) {
    return request.getHeader(SignatureHeaders.APP_KEY) != null
        || request.getHeader(headers.rid()) != null
        || request.getHeader(headers.paasid()) != null;
  }

  /**
   * Reads the claim of a request that makes one.
   *
   * @throws io.enforcement.gateway.routes.problem.ProblemException when its headers are not of
   *     their form
   */
  Claim of(HttpServletRequest request) {
    if (request.getHeader(SignatureHeaders.APP_KEY) != null) {
      return SignatureHeaders.of(request);
    }
    return request.getHeader(headers.rid()) != null
        ? SharingPlatformClaim.of(request, headers)
        : ProvincialClaim.of(request, headers);
  }
}
