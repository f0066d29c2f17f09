package io.enforcement.gateway.mappings.declarative.language;

/** A mapping would spend more on one record than it may. */
public final class TooMuchWork extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooMuchWork() {
    super("over the bound of work for one record", null, false, false);
  }
}
