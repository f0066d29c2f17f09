package io.enforcement.gateway.routes.conformance;

import java.util.Locale;

/** The rungs of the ladder, from the bottom. */
public enum Rung {
  FILES,
  SIGNATURE,
  SEND,
  RECEIVE,
  REPETITION,
  RECEIPTS,
  RECONCILIATION;

  /** Its name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
