package io.enforcement.gateway.routes.audit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of RFC 6962 of a given size, over kept hashes: its root, and what proves that a leaf or an
 * earlier tree is part of it. Reads two pieces of at most 256 hashes per kept level, whatever the
 * size, and remembers them: it is meant for the questions of one moment. Not thread-safe.
 */
public final class MerkleTree {

  /** Where the hashes of complete subtrees are kept. */
  @FunctionalInterface
  public interface Hashes {

    /**
     * The hashes of a level ({@link Subtree#level}) at the places from the first to before the
     * last, in their order.
     */
    List<byte[]> read(int level, long from, long to);
  }

  private record Piece(int level, long number) {}

  private final TreeHash hash;
  private final Hashes hashes;
  private final long size;
  private final Map<Piece, List<byte[]>> pieces = new HashMap<>();

  public MerkleTree(TreeHash hash, Hashes hashes, long size) {
    this.hash = hash;
    this.hashes = hashes;
    this.size = size;
  }

  public byte[] root() {
    return size == 0 ? hash.empty() : over(0, size);
  }

  /**
   * The audit path of a leaf (RFC 6962, 2.1.1), from the leaf upwards.
   *
   * @param position of the leaf, from 0
   */
  public List<byte[]> inclusion(long position) {
    if (position < 0 || position >= size) {
      throw new IllegalArgumentException("no leaf " + position + " in a tree of " + size);
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(position, 0, size, path);
    return path;
  }

  /**
   * What proves that the tree of an earlier size is the beginning of this one (RFC 6962, 2.1.2).
   */
  public List<byte[]> consistency(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException("no tree of " + earlier + " before one of " + size);
    }
    List<byte[]> proof = new ArrayList<>();
    if (earlier > 0) {
      consistency(earlier, 0, size, true, proof);
    }
    return proof;
  }

  private void inclusion(long position, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (position < middle) {
      inclusion(position, from, middle, path);
      path.add(over(middle, to));
    } else {
      inclusion(position, middle, to, path);
      path.add(over(from, middle));
    }
  }

  /** {@code known}: whoever checks has the root of this part already, from the earlier tree. */
  private void consistency(long leaves, long from, long to, boolean known, List<byte[]> proof) {
    if (leaves == to - from) {
      if (!known) {
        proof.add(over(from, to));
      }
      return;
    }
    long split = split(to - from);
    long middle = from + split;
    if (leaves <= split) {
      consistency(leaves, from, middle, known, proof);
      proof.add(over(middle, to));
    } else {
      consistency(leaves - split, middle, to, false, proof);
      proof.add(over(from, middle));
    }
  }

  /** The hash over these leaves, which are a subtree. */
  byte[] over(long from, long to) {
    long leaves = to - from;
    int binary = Long.numberOfTrailingZeros(leaves);
    if (Long.bitCount(leaves) == 1 && binary % Subtree.HEIGHT == 0) {
      return kept(binary / Subtree.HEIGHT, from / leaves);
    }
    long middle = from + split(leaves);
    return hash.node(over(from, middle), over(middle, to));
  }

  private byte[] kept(int level, long place) {
    long number = place / Subtree.WIDTH;
    List<byte[]> piece =
        pieces.computeIfAbsent(
            new Piece(level, number),
            wanted -> {
              long first = number * Subtree.WIDTH;
              long last = Math.min(first + Subtree.WIDTH, size >> (Subtree.HEIGHT * level));
              return hashes.read(level, first, last);
            });
    int at = (int) (place % Subtree.WIDTH);
    if (at >= piece.size()) {
      throw new IllegalStateException("the tree lacks hash " + place + " of level " + level);
    }
    return piece.get(at);
  }

  /** The largest power of two below the number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
