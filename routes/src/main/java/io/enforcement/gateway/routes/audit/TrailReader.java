package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
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
   * @param archived events before this position may lie in archive files alone
   */
  Result check(Collection<String> outside, long archived) {
    List<String> notes = new ArrayList<>();
    outside.stream().filter(note -> !log.followed(note)).forEach(notes::add);
    store.allPublished().forEach(published -> notes.add(published.note()));
    long settled = store.latestBatch().map(TreeStore.Batch::settledTo).orElse(0L);
    Result result =
        new TrailCheck(log.hash(), log.keys(), this::isKept, new GrowingTree(log.hash()), archived)
            .check(leaves(), notes);
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
    return leaves(0, Long.MAX_VALUE);
  }

  /** The leaves from one position to before another, in their order. */
  Iterator<Leaf> leaves(long first, long end) {
    return new Iterator<>() {
      private final Deque<Leaf> piece = new ArrayDeque<>();
      private long from = first;
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (piece.isEmpty() && !ended) {
          int limit = (int) Math.min(PIECE, end - from);
          piece.addAll(store.leaves(from, limit));
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
