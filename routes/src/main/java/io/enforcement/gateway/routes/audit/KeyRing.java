package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.note.ArchiveNote;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.KeyStatement;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.audit.note.VerifyingKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a log, one after the other: the first, and what was said at each change. Each key
 * counts for the checkpoints of its own time only. Thread-safe.
 */
public final class KeyRing {

  private record Keys(SigningKey signing, List<KeyStatement> changes, List<String> statements) {}

  private final VerifyingKey first;
  private final int firstNumber;
  private volatile Keys keys;

  private KeyRing(VerifyingKey first, int firstNumber, Keys keys) {
    this.first = first;
    this.firstNumber = firstNumber;
    this.keys = keys;
  }

  /** The ring of a log that never changed its key. */
  static KeyRing of(SigningKey only) {
    return new KeyRing(only.verifyingKey(), 1, new Keys(only, List.of(), List.of()));
  }

  /**
   * A ring without the key to sign with.
   *
   * @param firstNumber number of the first key among the secrets
   * @param statements about all changes, in their order
   * @throws BadNote when they do not follow one from the other
   */
  static KeyRing of(VerifyingKey first, int firstNumber, List<String> statements) {
    List<KeyStatement> changes = new ArrayList<>();
    VerifyingKey before = first;
    for (String statement : statements) {
      changes.add(KeyStatement.of(statement, before));
      before = changes.get(changes.size() - 1).next();
    }
    return new KeyRing(
        first, firstNumber, new Keys(null, List.copyOf(changes), List.copyOf(statements)));
  }

  /** The same with the key to sign with. */
  KeyRing signedWith(SigningKey signing) {
    return new KeyRing(first, firstNumber, new Keys(signing, keys.changes, keys.statements));
  }

  SigningKey signing() {
    return keys.signing;
  }

  VerifyingKey first() {
    return first;
  }

  /** The key that counts now. */
  VerifyingKey latest() {
    List<KeyStatement> changes = keys.changes;
    return changes.isEmpty() ? first : changes.get(changes.size() - 1).next();
  }

  /** The number of the key that counts now, among the secrets. */
  int number() {
    List<KeyStatement> changes = keys.changes;
    return changes.isEmpty() ? firstNumber : changes.get(changes.size() - 1).number();
  }

  /** What was said at each change. */
  List<String> statements() {
    return keys.statements;
  }

  /** Goes on with another key. */
  void turn(SigningKey next, String statement) {
    List<String> statements = new ArrayList<>(keys.statements);
    statements.add(statement);
    keys = new Keys(next, of(first, firstNumber, statements).keys.changes, List.copyOf(statements));
  }

  /**
   * The checkpoint that a note is.
   *
   * @throws BadNote when the key of its time did not sign it
   */
  Checkpoint checkpoint(String note) {
    VerifyingKey key = first;
    List<KeyStatement> changes = keys.changes;
    for (int i = 0; i <= changes.size(); i++) {
      long from = i == 0 ? -1 : changes.get(i - 1).from();
      long to = i == changes.size() ? Long.MAX_VALUE : changes.get(i).from();
      key = i == 0 ? first : changes.get(i - 1).next();
      try {
        Checkpoint checkpoint = Checkpoint.of(SignedNote.open(note, key));
        if (!checkpoint.origin().equals(key.name())) {
          throw new BadNote("of another log");
        }
        if (checkpoint.size() > from && checkpoint.size() <= to) {
          return checkpoint;
        }
      } catch (BadNote e) {
        if (i == changes.size()) {
          throw e;
        }
      }
    }
    throw new BadNote("signed by a key of " + key.name() + " out of its time");
  }

  /**
   * What a note says of an archive; any key of the log may have signed it.
   *
   * @throws BadNote when none did
   */
  ArchiveNote archive(String note) {
    return ArchiveNote.of(text(note));
  }

  /** The text of a note that some key of the log signed. */
  String text(String note) {
    for (KeyStatement change : keys.changes) {
      try {
        return SignedNote.open(note, change.before());
      } catch (BadNote e) {
        continue; // the next key may have
      }
    }
    return SignedNote.open(note, latest());
  }
}
