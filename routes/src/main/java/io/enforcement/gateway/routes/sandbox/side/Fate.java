package io.enforcement.gateway.routes.sandbox.side;

/** What the sender itself can see of a document that it has laid down for the gateway. */
public enum Fate {
  /** It lies there still. */
  WAITING,
  /** The gateway has taken it. */
  TAKEN,
  /** The gateway has put it aside: a conflict, or not accepted. */
  ASIDE,
  /** The transport does not show it. */
  UNSEEN
}
