package io.enforcement.gateway.standards.dictionary;

/**
 * Who may see a value: what stands inside something personal or secret is so too.
 *
 * <p>Personal data never reach logs, metrics, addresses or error texts; secret data leave only to
 * receivers that are named for them.
 */
public enum Sensitivity {
  PUBLIC,
  PERSONAL,
  SECRET;

  /** The stricter of the two. */
  public Sensitivity within(Sensitivity outer) {
    return compareTo(outer) >= 0 ? this : outer;
  }
}
