package io.enforcement.gateway.routes.audit.tree;

/**
 * The root of a complete part of the tree that is kept.
 *
 * @param level it stands over 256<sup>level</sup> leaves; 0 is a leaf itself
 * @param place which of that level, from 0
 */
public record Subtree(int level, long place, byte[] hash) {

  /** Levels of the binary tree between two that are kept. */
  static final int HEIGHT = 8;

  /** So many of one level stand under one of the next. */
  static final int WIDTH = 1 << HEIGHT;
}
