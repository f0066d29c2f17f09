package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.Outcome;

/** No answer came; what that means for a delivery is known all the same. */
public final class NoReply extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;
  private final boolean tooSlow;

  NoReply(Outcome outcome, boolean tooSlow) {
    super(outcome.reason(), null, false, false);
    this.outcome = outcome;
    this.tooSlow = tooSlow;
  }

  /** Unavailable when nothing of the request had left, else ambiguous. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether the partner was reached and time ran out before its answer was whole. */
  public boolean tooSlow() {
    return tooSlow;
  }
}
