package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.note.SignatureKind;
import java.util.Optional;

/** Where the private key of the log lies: outside the database. */
public interface LogKey {

  /**
   * The key as PEM (PKCS #8), when there is one.
   *
   * @param number from 1: keys follow each other
   */
  Optional<String> find(int number);

  /** Makes a key, keeps it where only the gateway can read it, and returns it. */
  String make(SignatureKind kind, int number);
}
