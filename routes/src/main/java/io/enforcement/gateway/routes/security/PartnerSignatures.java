package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Proves that a request was signed with the secret of the partner that it names. An unknown AppKey
 * costs the same work and gets the same answer as a wrong signature, so that nobody can find out
 * who the partners are.
 */
final class PartnerSignatures {

  private final PartnerDirectory directory;
  private final Secret decoy = decoy();

  PartnerSignatures(PartnerDirectory directory) {
    this.directory = directory;
  }

  /**
   * Returns when the signature is right.
   *
   * @throws ProblemException when it is wrong or nobody has this AppKey
   */
  void require(SignatureHeaders headers, HttpServletRequest request, SignedBody body) {
    Optional<Secret> secret = directory.secretOf(headers.appKey());
    String canonical =
        RequestSignature.canonical(
            request.getMethod(),
            request.getRequestURI(),
            request.getQueryString(),
            body.sha256(),
            headers.timestamp(),
            headers.nonce());
    String expected = RequestSignature.sign(secret.orElse(decoy), canonical);
    boolean right = RequestSignature.matches(expected, headers.signature());
    if (!right || secret.isEmpty()) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED, SignatureHeaders.SIGNATURE, "authentication.signature");
    }
  }

  /** A secret that nobody has, for the work that an unknown partner costs. */
  static Secret decoy() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }
}
