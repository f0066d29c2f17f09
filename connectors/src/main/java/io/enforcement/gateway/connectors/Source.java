package io.enforcement.gateway.connectors;

/**
 * Fetches what one partner left for us (Polling Consumer): files, table rows. An item is marked as
 * taken on the partner's side only after the taker has committed it on ours; a crash in between
 * shows the item again and the taker recognises it. Used by one thread at a time.
 */
public interface Source extends AutoCloseable {

  /**
   * Looks once and hands over what is ready, at most {@code limit} items.
   *
   * @return how many items were handed over
   * @throws Unreachable when the partner's side cannot be reached or fails; nothing is lost, look
   *     again later
   */
  int poll(int limit, Taker taker) throws Unreachable;

  @Override
  void close();

  /**
   * One item found.
   *
   * @param name the partner's own name for it (file name, table row key); also its idempotency key
   * @param body the bytes as found
   */
  record Item(String name, byte[] body) {}

  /** Takes an item over; returning means it is on disk on our side. */
  @FunctionalInterface
  interface Taker {
    Verdict take(Item item);
  }

  /** What the taker made of an item. */
  enum Verdict {
    /** Committed now, or already held with the same content. */
    TAKEN,
    /** The same name was taken before with other content: put it aside, people decide. */
    CONFLICT,
    /** Not acceptable as an item (too large, not allowed here): put it aside. */
    REFUSED,
    /** Not now (quota, back-pressure): leave it where it is. */
    LATER
  }

  /**
   * The partner's side cannot be reached; the message names the transport's complaint, no content
   * and no secret.
   */
  final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
