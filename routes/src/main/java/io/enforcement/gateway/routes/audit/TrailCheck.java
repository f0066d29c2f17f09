package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import io.enforcement.gateway.routes.audit.tree.Subtree;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks a whole trail against what was signed: every leaf is the hash of its event, positions are
 * dense, every checkpoint is the root at its size. Takes time in proportion to the leaves. Used
 * once; not thread-safe.
 */
final class TrailCheck {

  /**
   * What came of it.
   *
   * @param leaves that were looked at
   * @param signed how many of them the largest checkpoint covers
   * @param badPosition the first position that is not as it was signed; null when all are. What was
   *     altered together with its leaves is known by the first position since the checkpoint before
   * @param problem what is wrong there; null when nothing is
   */
  record Result(long leaves, long signed, Long badPosition, String problem) {

    boolean isGood() {
      return badPosition == null;
    }
  }

  private static final class Bad extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    Bad(long position, String problem) {
      super(problem, null, false, false);
      this.position = position;
    }
  }

  private final TreeHash hash;
  private final KeyRing keys;
  private final Predicate<Subtree> kept;
  private final GrowingTree tree;
  private final long start;
  private final long archived;
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private int next;

  /**
   * Prepares a check.
   *
   * @param kept whether a subtree is kept as it should be
   */
  TrailCheck(TreeHash hash, KeyRing keys, Predicate<Subtree> kept) {
    this(hash, keys, kept, new GrowingTree(hash), 0);
  }

  /**
   * Prepares a check that begins within a trail.
   *
   * @param tree what is known of the leaves before
   * @param archived events before this position may lie in archive files alone
   */
  TrailCheck(
      TreeHash hash, KeyRing keys, Predicate<Subtree> kept, GrowingTree tree, long archived) {
    this.hash = hash;
    this.keys = keys;
    this.kept = kept;
    this.tree = tree;
    this.start = tree.size();
    this.archived = archived;
  }

  /**
   * Checks.
   *
   * @param leaves in the order of their positions
   * @param notes all checkpoints that are known, above all those from outside the database
   */
  Result check(Iterator<Leaf> leaves, Collection<String> notes) {
    try {
      return against(opened(notes, keys), leaves);
    } catch (Bad bad) {
      return new Result(0, 0, bad.position, bad.getMessage());
    }
  }

  /** The same, against checkpoints whose signatures were checked. */
  Result against(Collection<Checkpoint> signed, Iterator<Leaf> leaves) {
    signed.stream().filter(each -> each.size() >= tree.size()).forEach(checkpoints::add);
    checkpoints.sort(Comparator.comparingLong(Checkpoint::size));
    try {
      compare();
      while (leaves.hasNext()) {
        take(leaves.next());
        compare();
      }
      if (next < checkpoints.size()) {
        throw new Bad(
            matched(),
            "the trail ends at " + tree.size() + ", but " + largest() + " leaves were signed");
      }
      return new Result(tree.size(), largest(), null, null);
    } catch (Bad bad) {
      return new Result(tree.size(), largest(), bad.position, bad.getMessage());
    }
  }

  private long largest() {
    return checkpoints.isEmpty() ? 0 : checkpoints.get(checkpoints.size() - 1).size();
  }

  /** The checkpoints of these notes. */
  static List<Checkpoint> opened(Collection<String> notes, KeyRing keys) {
    List<Checkpoint> opened = new ArrayList<>();
    long before = 0;
    for (String note : new LinkedHashSet<>(notes)) {
      try {
        Checkpoint checkpoint = keys.checkpoint(note);
        opened.add(checkpoint);
        before = checkpoint.size();
      } catch (BadNote e) {
        throw new Bad(before, "the checkpoint after " + before + " leaves is " + e.getMessage());
      }
    }
    return opened;
  }

  private void take(Leaf leaf) {
    long position = tree.size();
    if (leaf.position() != position) {
      throw new Bad(position, "there is no leaf at this position");
    }
    if (leaf.event() == null && position >= archived) {
      throw new Bad(position, "the event of this leaf is gone");
    }
    if (leaf.event() != null && !Arrays.equals(hash.leaf(leaf.event().canonical()), leaf.hash())) {
      throw new Bad(position, "event " + leaf.event().id() + " is not the one that was hashed");
    }
    for (Subtree subtree : tree.append(leaf.hash())) {
      if (!kept.test(subtree)) {
        long from = subtree.place() << (8 * subtree.level());
        throw new Bad(
            Math.max(from, matched()),
            "what is kept of positions " + from + " to " + position + " is not their hash");
      }
    }
  }

  private void compare() {
    while (next < checkpoints.size() && checkpoints.get(next).size() == tree.size()) {
      if (!Arrays.equals(checkpoints.get(next).root(), tree.root())) {
        throw new Bad(
            matched(), "from here to before " + tree.size() + " it is not as it was signed");
      }
      next++;
    }
  }

  /** Up to here the leaves are those that were signed. */
  private long matched() {
    return next == 0 ? start : checkpoints.get(next - 1).size();
  }
}
