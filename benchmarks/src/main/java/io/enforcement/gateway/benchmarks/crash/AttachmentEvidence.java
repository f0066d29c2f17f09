package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Checker.Promise;
import io.enforcement.gateway.benchmarks.crash.Checker.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the files, by their digests, none of it from inside the gateway's process.
 *
 * @param sent handed over, or begun
 * @param uploaded acknowledged by the gateway as whole
 * @param acknowledged named by a notice that was acknowledged
 * @param fetched by the entitled receiver, and what their digest says
 * @param confirmed by it, with an answer of the gateway
 * @param spoilt by it, as a whole answer with other bytes
 * @param leaked to somebody else
 * @param leftOver in the spool after the last start, of use to nobody
 */
record AttachmentEvidence(
    Set<String> sent,
    Set<String> uploaded,
    Set<String> acknowledged,
    Set<String> fetched,
    Set<String> confirmed,
    Set<String> spoilt,
    Set<String> leaked,
    Set<String> leftOver) {

  /** Everything that was broken. */
  List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    Set<String> owed = new HashSet<>(uploaded);
    owed.retainAll(acknowledged);
    for (String digest : owed) {
      if (!fetched.contains(digest)) {
        found.add(broken(Promise.FILE_KEPT, digest + " did not reach its receiver"));
      } else if (!confirmed.contains(digest)) {
        found.add(broken(Promise.FILE_KEPT, digest + " could not be confirmed"));
      }
    }
    spoilt.forEach(
        digest -> found.add(broken(Promise.FILE_KEPT, digest + " came with other bytes")));
    fetched.stream()
        .filter(digest -> !sent.contains(digest))
        .forEach(digest -> found.add(broken(Promise.NO_GHOST, digest + " was never sent")));
    leaked.forEach(
        digest ->
            found.add(broken(Promise.FILE_FOR_ITS_RECEIVER, digest + " was given to another")));
    leftOver.forEach(name -> found.add(broken(Promise.NOTHING_LEFT, name + " lies in the spool")));
    return found;
  }

  private static Violation broken(Promise promise, String detail) {
    return new Violation(promise, detail);
  }
}
