package io.enforcement.gateway.routes.store;

import java.util.Set;

/**
 * Where a message stands. The allowed moves are the same as in the table {@code state_move}; a
 * trigger there refuses any other.
 */
public enum MessageState {
  /** On disk, not yet translated. */
  RECEIVED,
  /** Its parts are records; what became of each stands with the record. */
  TRANSLATED,
  /** It could not be read at all, or every part was refused. */
  REFUSED,
  /** Waits for people. */
  PARKED,
  /** Three process deaths while it was worked on; waits for people. */
  QUARANTINED,
  /** People gave it up; it stays where it is and goes nowhere. */
  DISCARDED;

  /** The states that may follow. */
  public Set<MessageState> next() {
    return switch (this) {
      case RECEIVED -> Set.of(TRANSLATED, REFUSED, PARKED, QUARANTINED);
      case PARKED, QUARANTINED -> Set.of(RECEIVED, DISCARDED);
      case TRANSLATED, REFUSED, DISCARDED -> Set.of();
    };
  }
}
