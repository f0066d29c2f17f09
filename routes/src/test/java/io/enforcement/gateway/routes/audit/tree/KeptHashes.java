package io.enforcement.gateway.routes.audit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kept hashes in memory; counts how often it is asked. */
public final class KeptHashes implements MerkleTree.Hashes {

  private final Map<Integer, List<byte[]>> levels = new HashMap<>();
  private int questions;

  public void leaf(byte[] hash) {
    level(0).add(hash);
  }

  /** Subtrees come in the order in which they are complete. */
  public void keep(Subtree subtree) {
    if (level(subtree.level()).size() != subtree.place()) {
      throw new IllegalStateException("out of order: " + subtree);
    }
    level(subtree.level()).add(subtree.hash());
  }

  @Override
  public List<byte[]> read(int level, long from, long to) {
    questions++;
    return level(level).subList((int) from, (int) to);
  }

  public int questions() {
    return questions;
  }

  private List<byte[]> level(int level) {
    return levels.computeIfAbsent(level, l -> new ArrayList<>());
  }
}
