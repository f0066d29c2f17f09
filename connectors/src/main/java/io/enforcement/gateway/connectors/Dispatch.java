package io.enforcement.gateway.connectors;

/**
 * One attempt to bring bytes to a partner.
 *
 * @param key stable idempotency key of the delivery (a UUID in text form): the same over all
 *     attempts and replays
 * @param exchange the exchange, for example {@code penalty-decision}
 * @param content the bytes in the partner's format
 */
public record Dispatch(String key, String exchange, Content content) {

  /** Bytes in memory. */
  public Dispatch(String key, String exchange, byte[] body) {
    this(key, exchange, Content.of(body));
  }

  /** All bytes at once, for a transport that carries a message in one piece. */
  public byte[] body() {
    return content.bytes();
  }
}
