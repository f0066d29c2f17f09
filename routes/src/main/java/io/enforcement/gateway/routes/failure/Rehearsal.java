package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import java.util.List;

/**
 * What would come of the replay of an entry now. Nothing is written and nothing leaves.
 * Thread-safe.
 */
public interface Rehearsal {

  /**
   * The outcome of a dry run; no value of a message stands in it.
   *
   * @param found rule and path of each finding that would stop it, or the kind of a failure; empty
   *     when it passes
   * @param wouldSend receiver, exchange and {@code sha256:…} of what would leave; for a message
   *     that is not translated yet the digest is of the record in the standard
   * @param holders receivers that have acknowledged it and do not get it again
   */
  record Outcome(List<String> found, List<String> wouldSend, List<String> holders) {

    /** Whether nothing was found. */
    public boolean passes() {
      return found.isEmpty();
    }
  }

  /** Rehearses one entry that waits. */
  Outcome of(Parked entry);
}
