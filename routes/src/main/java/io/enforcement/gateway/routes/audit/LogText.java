package io.enforcement.gateway.routes.audit;

import java.util.List;

/**
 * A log as it is handed out: what is needed to check what it signed.
 *
 * @param publicKey its first key, SubjectPublicKeyInfo in PEM
 * @param vkey the same key as checkers of logs read it
 * @param keys what was said at each change of the key
 * @param opening the statement that opened it after a FORK; null for the first log
 * @param before the log before it; null for the first
 */
public record LogText(
    String origin,
    String algorithm,
    String signature,
    String publicKey,
    String vkey,
    List<String> keys,
    String opening,
    LogText before) {

  static LogText of(AuditLog log) {
    return new LogText(
        log.origin(),
        log.hash().word(),
        log.keys().first().kind().word(),
        log.keys().first().pem(),
        log.keys().first().vkey(),
        log.keys().statements(),
        log.statement(),
        log.before() == null ? null : of(log.before()));
  }
}
