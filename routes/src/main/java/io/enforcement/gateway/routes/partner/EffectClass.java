package io.enforcement.gateway.routes.partner;

/**
 * What a receiver can do about an attempt whose outcome nobody knows. The default of a new partner
 * is {@link #C}.
 */
public enum EffectClass {
  /** Deduplicates by our key: the attempt is repeated with the same key. */
  A,
  /** Answers "do you have X?": it is asked before anything is repeated. */
  B,
  /** Neither: the delivery is in doubt and people decide. */
  C,
  /**
   * Shares a database with us: our ledger row commits together with the record, so repeating is a
   * no-op.
   */
  D,
  /** Files: the final name is looked for before anything is repeated; unknown counts as C. */
  E;

  /** Whether the receiver is asked before an uncertain delivery is sent again. */
  public boolean asksFirst() {
    return this == B || this == E;
  }
}
