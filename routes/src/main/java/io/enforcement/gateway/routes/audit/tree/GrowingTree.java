package io.enforcement.gateway.routes.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree to which leaves are appended: holds the roots of the complete parts side by side, as many
 * as its size has bits. Not thread-safe.
 */
public final class GrowingTree {

  private final TreeHash hash;

  /** By their height: the root of the complete part of 2<sup>height</sup> leaves, where one is. */
  private final byte[][] parts = new byte[Long.SIZE][];

  private long size;

  /** The tree without leaves. */
  public GrowingTree(TreeHash hash) {
    this.hash = hash;
  }

  /** A tree of that size as it is kept. */
  public GrowingTree(TreeHash hash, MerkleTree.Hashes kept, long size) {
    this.hash = hash;
    this.size = size;
    MerkleTree tree = new MerkleTree(hash, kept, size);
    long from = 0;
    for (int height = Long.SIZE - 2; height >= 0; height--) {
      long leaves = 1L << height;
      if ((size & leaves) != 0) {
        parts[height] = tree.over(from, from + leaves);
        from += leaves;
      }
    }
  }

  /**
   * A tree as its parts tell it.
   *
   * @throws IllegalArgumentException when these are not the parts of one tree
   */
  public GrowingTree(TreeHash hash, List<Part> known) {
    this.hash = hash;
    for (Part part : known) {
      if (part.height() < 0 || part.height() >= Long.SIZE - 1 || parts[part.height()] != null) {
        throw new IllegalArgumentException("not the parts of one tree");
      }
      parts[part.height()] = part.hash();
      size |= 1L << part.height();
    }
  }

  /**
   * A complete part of the tree.
   *
   * @param height it stands over 2<sup>height</sup> leaves
   */
  public record Part(int height, byte[] hash) {}

  /** What has to be known of the tree to go on with it, the largest part first. */
  public List<Part> parts() {
    List<Part> known = new ArrayList<>();
    for (int height = parts.length - 1; height >= 0; height--) {
      if (parts[height] != null) {
        known.add(new Part(height, parts[height]));
      }
    }
    return known;
  }

  public long size() {
    return size;
  }

  /**
   * Appends a leaf.
   *
   * @return the subtrees to be kept that are complete now; the leaf is not among them
   */
  public List<Subtree> append(byte[] leafHash) {
    List<Subtree> complete = new ArrayList<>();
    byte[] part = leafHash;
    int height = 0;
    while ((size >> height & 1) == 1) {
      part = hash.node(parts[height], part);
      parts[height] = null;
      height++;
      if (height % Subtree.HEIGHT == 0) {
        complete.add(new Subtree(height / Subtree.HEIGHT, size >> height, part));
      }
    }
    parts[height] = part;
    size++;
    return complete;
  }

  public byte[] root() {
    byte[] root = null;
    for (byte[] part : parts) {
      if (part != null) {
        root = root == null ? part : hash.node(part, root);
      }
    }
    return root == null ? hash.empty() : root;
  }
}
