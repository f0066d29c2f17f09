package io.enforcement.gateway.routes.audit;

/**
 * A log as it is handed out: what is needed to check what it signed.
 *
 * @param publicKey SubjectPublicKeyInfo in PEM
 * @param vkey the same key as checkers of logs read it
 */
public record LogText(
    String origin, String algorithm, String signature, String publicKey, String vkey) {

  static LogText of(AuditLog log) {
    return new LogText(
        log.origin(),
        log.hash().word(),
        log.verifyingKey().kind().word(),
        log.verifyingKey().pem(),
        log.verifyingKey().vkey());
  }
}
