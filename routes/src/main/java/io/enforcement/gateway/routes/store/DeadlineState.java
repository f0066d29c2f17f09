package io.enforcement.gateway.routes.store;

/** What became of a deadline. Whether an open one is overdue is a matter of the clock. */
public enum DeadlineState {
  /** Nobody has answered yet. */
  OPEN,
  /** The time does not run. */
  PAUSED,
  /** Answered in time. */
  MET,
  /** Answered after its end. */
  LATE,
  /** The conversation ended or went on without the answer being needed, or a longer limit held. */
  MOOT
}
