package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.tree.Subtree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads a whole trail out of the database, a piece at a time. Thread-safe. */
final class TrailReader {

  private static final int PIECE = 2000;
  private static final long NUMBERS = 200_000;

  private final AuditLog log;
  private final TreeStore store;

  TrailReader(AuditLog log, TreeStore store) {
    this.log = log;
    this.store = store;
  }

  /**
   * Checks the trail in the database.
   *
   * @param outside the checkpoints that lie outside the database
   */
  Result check(Collection<String> outside) {
    List<String> notes = new ArrayList<>(outside);
    store.allPublished().forEach(published -> notes.add(published.note()));
    long settled = store.latestBatch().map(TreeStore.Batch::settledTo).orElse(0L);
    Result result =
        new TrailCheck(log.hash(), log.verifyingKey(), this::isKept).check(leaves(), notes);
    if (!result.isGood()) {
      return result;
    }
    return withoutPosition(settled)
        .map(
            event ->
                new Result(
                    result.leaves(),
                    result.signed(),
                    result.leaves(),
                    "event " + event + " has no position, and should have had one long ago"))
        .orElse(result);
  }

  /** The first event up to that number that has no position. No question takes long. */
  Optional<Long> withoutPosition(long settledTo) {
    for (long after = 0; after < settledTo; after += NUMBERS) {
      Optional<Long> found = store.firstWithoutLeaf(after, Math.min(after + NUMBERS, settledTo));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean isKept(Subtree subtree) {
    List<byte[]> kept = store.read(subtree.level(), subtree.place(), subtree.place() + 1);
    return kept.size() == 1 && Arrays.equals(kept.get(0), subtree.hash());
  }

  /** All leaves, in the order of their positions. */
  Iterator<Leaf> leaves() {
    return new Iterator<>() {
      private final Deque<Leaf> piece = new ArrayDeque<>();
      private long from;
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (piece.isEmpty() && !ended) {
          piece.addAll(store.leaves(from, PIECE));
          ended = piece.size() < PIECE;
          from = piece.isEmpty() ? from : piece.getLast().position() + 1;
        }
        return !piece.isEmpty();
      }

      @Override
      public Leaf next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return piece.poll();
      }
    };
  }
}
