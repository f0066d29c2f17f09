package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Checker.Promise;
import io.enforcement.gateway.benchmarks.crash.Checker.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the files, none of it from inside the gateway's process.
 *
 * @param fates digests by what was said of them
 * @param leftOver in the spool after the last start, of use to nobody
 */
record AttachmentEvidence(Map<FileFate, Set<String>> fates, Set<String> leftOver) {

  /** The files of which this was said. */
  Set<String> all(FileFate fate) {
    return fates.getOrDefault(fate, Set.of());
  }

  /** The files that must be at the receiver: both they and their notice were acknowledged. */
  Set<String> owed() {
    Set<String> owed = new HashSet<>(all(FileFate.UPLOADED));
    owed.retainAll(all(FileFate.ACKNOWLEDGED));
    return owed;
  }

  /** Whether every file that is owed has been confirmed. */
  boolean complete() {
    return all(FileFate.CONFIRMED).containsAll(owed());
  }

  /** Everything that was broken. */
  List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    for (String digest : owed()) {
      if (!all(FileFate.FETCHED).contains(digest)) {
        found.add(broken(Promise.FILE_KEPT, digest, "did not reach its receiver"));
      } else if (!all(FileFate.CONFIRMED).contains(digest)) {
        found.add(broken(Promise.FILE_KEPT, digest, "could not be confirmed"));
      } else if (!all(FileFate.KEPT).contains(digest)) {
        found.add(broken(Promise.FILE_KEPT, digest, "is not there any more"));
      }
    }
    each(FileFate.SPOILT, Promise.FILE_KEPT, "came with other bytes", found);
    each(FileFate.OVERSTATED, Promise.FILE_RESUMABLE, "is said to be longer than it came", found);
    each(FileFate.NOT_RESUMABLE, Promise.FILE_RESUMABLE, "became another by its rest", found);
    all(FileFate.CUT).stream()
        .filter(digest -> !all(FileFate.UPLOADED).contains(digest))
        .forEach(digest -> found.add(broken(Promise.FILE_RESUMABLE, digest, "stayed cut")));
    each(FileFate.TOLD_TWICE, Promise.NOTHING_TWICE, "came with a second notice", found);
    all(FileFate.FETCHED).stream()
        .filter(digest -> !all(FileFate.SENT).contains(digest))
        .forEach(digest -> found.add(broken(Promise.NO_GHOST, digest, "was never sent")));
    each(FileFate.LEAKED, Promise.FILE_FOR_ITS_RECEIVER, "was given to another", found);
    leftOver.forEach(name -> found.add(broken(Promise.NOTHING_LEFT, name, "lies in the spool")));
    return found;
  }

  private void each(FileFate fate, Promise promise, String tale, List<Violation> found) {
    all(fate).forEach(digest -> found.add(broken(promise, digest, tale)));
  }

  private static Violation broken(Promise promise, String file, String tale) {
    return new Violation(promise, file + " " + tale);
  }
}
