package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.note.KeyStatement;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes on with another key. The old one signs for the new one, and both count for the checkpoints
 * of their time. Thread-safe.
 */
public final class KeyRotation {

  private final AuditLog log;
  private final LogKey keys;
  private final TreeStore store;
  private final CheckpointFiles files;
  private final Sequencing sequencing;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  KeyRotation(
      AuditLog log,
      LogKey keys,
      TreeStore store,
      CheckpointFiles files,
      Sequencing sequencing,
      TransactionTemplate transaction,
      AuditTrail trail) {
    this.log = log;
    this.keys = keys;
    this.store = store;
    this.files = files;
    this.sequencing = sequencing;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * The key that signs from now on.
   *
   * @param from it signs what has more leaves than these
   * @param publicKey SubjectPublicKeyInfo in PEM
   */
  public record Turned(int number, long from, String publicKey) {}

  /**
   * Makes a key and signs with it from the next checkpoint on.
   *
   * @throws IllegalStateException when nothing can be sealed now; then the key stays
   */
  public Turned rotate(String person) {
    return sequencing.apart(() -> turned(person));
  }

  private Turned turned(String person) {
    int number = store.latestKey() + 1;
    if (number != log.keys().number() + 1) {
      throw new IllegalStateException("the key was changed by another gateway: restart this one");
    }
    long from = store.size();
    SigningKey next =
        SigningKey.of(log.origin(), keys.make(log.key().verifyingKey().kind(), number));
    String statement = KeyStatement.sign(number, from, log.key(), next);
    transaction.executeWithoutResult(
        status -> {
          store.turn(number, statement);
          trail.append(
              AuditEvent.ofFile(
                  Milestone.KEY_ROTATED, null, person, number + " " + next.verifyingKey().vkey()));
        });
    log.keys().turn(next, statement);
    files.lay(log);
    return new Turned(number, from, next.verifyingKey().pem());
  }
}
