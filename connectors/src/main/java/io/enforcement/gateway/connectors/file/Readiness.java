package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.file.Folder.Attributes;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Decides whether a file is whole. The sender knows, so by default the sender must say so with a
 * digest side file; only where a sender cannot do that, a file that has not changed over a while
 * counts as whole. Remembers what it saw at the looks before; used by one thread.
 */
final class Readiness {

  private final boolean byDigest;
  private final long stableNanos;
  private final LongSupplier nanoTime;
  private Look pending;
  private final Map<String, Look> looks = new HashMap<>();

  /** A file as it was at a look. */
  private record Look(long size, FileTime modified, String digest, long since) {

    boolean same(Look other) {
      return size == other.size
          && Objects.equals(modified, other.modified)
          && digest.equals(other.digest);
    }
  }

  Readiness(ConnectorSettings settings, LongSupplier nanoTime) {
    String ready = settings.optional("ready").orElse("digest");
    if (!Set.of("digest", "stable").contains(ready)) {
      throw settings.wrong("ready", "is neither digest nor stable");
    }
    this.byDigest = ready.equals("digest");
    this.stableNanos = settings.duration("stable-for", Duration.ofSeconds(10)).toNanos();
    this.nanoTime = nanoTime;
  }

  /** Cheap first question: is reading the file worth it at this look? */
  boolean worthReading(Folder folder, String name, Attributes file) throws IOException {
    Optional<byte[]> side = byDigest ? sideFile(folder, name) : Optional.empty();
    if (byDigest && side.isEmpty()) {
      return false;
    }
    String digest = side.map(Digest::of).orElse("");
    Look now = new Look(file.size(), file.modified(), digest, nanoTime.getAsLong());
    Look before = looks.get(name);
    boolean changed = before == null || !before.same(now);
    pending = now;
    if (byDigest) {
      // A file that did not match its digest stays unread until one of the two changes.
      return changed;
    }
    if (changed) {
      looks.put(name, now);
    }
    return !changed && now.since() - before.since() >= stableNanos;
  }

  /** Second question, with the bytes at hand: are they all of it? */
  boolean whole(Folder folder, String name, byte[] body) throws IOException {
    if (byDigest) {
      boolean vouched =
          sideFile(folder, name).filter(side -> Digest.vouches(side, body)).isPresent();
      if (!vouched) {
        looks.put(name, pending);
      }
      return vouched;
    }
    Look before = looks.get(name);
    return body.length == before.size()
        && folder
            .look(name)
            .filter(now -> now.size() == before.size())
            .filter(now -> Objects.equals(now.modified(), before.modified()))
            .isPresent();
  }

  void keepOnly(Set<String> names) {
    looks.keySet().retainAll(names);
  }

  private static Optional<byte[]> sideFile(Folder folder, String name) throws IOException {
    String side = name + FileName.DIGEST;
    if (folder.look(side).filter(Attributes::regular).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(folder.read(side, Digest.LONGEST_SIDE_FILE));
  }
}
