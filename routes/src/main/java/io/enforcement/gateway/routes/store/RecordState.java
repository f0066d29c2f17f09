package io.enforcement.gateway.routes.store;

/** What became of one part of a message; decided once, in the translating transaction. */
public enum RecordState {
  /** Sound, new, and on its way to at least one receiver or to the provincial database here. */
  ACCEPTED,
  /** Sound and new, but nobody subscribes to it: visible, never silent. */
  UNROUTED,
  /** Held already with the same content. */
  DUPLICATE,
  /** A later revision is held already. */
  SUPERSEDED,
  /** Stopped by findings; the sender is told. */
  REFUSED
}
