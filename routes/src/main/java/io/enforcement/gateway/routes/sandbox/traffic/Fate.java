package io.enforcement.gateway.routes.sandbox.traffic;

/** What must become of a record that a department sends. */
public enum Fate {
  /** Becomes a record of the standard. */
  ACCEPTED,
  /** Was there before: the same message again, or the same record in another message. */
  DUPLICATE,
  /** Is refused, at the door or by the rules. */
  REFUSED
}
