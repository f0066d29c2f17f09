package io.enforcement.gateway.routes.conformance;

/** What came of a step. */
public enum Result {
  /** What was expected came. */
  PASS,
  /** Something else came. */
  FAIL,
  /** Nobody has tried, and the step says why: it is neither for nor against the partner. */
  NOT_RUN
}
