package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;

/**
 * One leaf in a file that holds a trail or a piece of it.
 *
 * @param event null when it is not on line any more; then it lies in an archive file
 */
record TrailLine(long position, byte[] hash, EventText event) {

  static TrailLine of(Leaf leaf) {
    return new TrailLine(
        leaf.position(), leaf.hash(), leaf.event() == null ? null : EventText.of(leaf.event()));
  }

  Leaf leaf() {
    return new Leaf(position, hash, event == null ? null : event.stored());
  }
}
