package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate that a caller has shown over TLS. The handshake has proven that the caller holds
 * its key and that it is trusted here ({@code server.ssl}); which partner it is stands in that
 * partner's settings. TLS lets nothing be repeated, so there is no nonce.
 */
record CallerCertificate(X509Certificate certificate) {

  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

  static Optional<CallerCertificate> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
        ? Optional.of(new CallerCertificate(chain[0]))
        : Optional.empty();
  }

  /**
   * Looks whether the connection shows a certificate without which the partner's own proof is not
   * enough.
   *
   * @throws ProblemException when one was agreed and it shows none, or another
   */
  static void requireOf(String partner, HttpServletRequest request, PartnerDirectory directory) {
    Set<String> agreed = directory.certificates(partner);
    if (!agreed.isEmpty() && of(request).filter(shown -> shown.isOneOf(agreed)).isEmpty()) {
      throw refused();
    }
  }

  private boolean isOneOf(Set<String> names) {
    return names.contains(byFingerprint()) || names.contains(bySubject());
  }

  /**
   * The partner's id.
   *
   * @throws ProblemException when no partner is known by this certificate
   */
  String partner(PartnerDirectory directory) {
    return directory
        .known(CallerProof.MUTUAL_TLS, byFingerprint())
        .or(() -> directory.known(CallerProof.MUTUAL_TLS, bySubject()))
        .map(PartnerDirectory.Known::partner)
        .orElseThrow(CallerCertificate::refused);
  }

  private static ProblemException refused() {
    return ProblemException.of(ProblemCode.UNAUTHENTICATED, "", "authentication.certificate");
  }

  private String bySubject() {
    return "subject:" + certificate.getSubjectX500Principal().getName(X500Principal.CANONICAL);
  }

  private String byFingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of a handshake has a fingerprint", e);
    }
  }
}
