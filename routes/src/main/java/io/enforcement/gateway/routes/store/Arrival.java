package io.enforcement.gateway.routes.store;

import java.util.Objects;

/**
 * Bytes that a partner brought, before they are on disk.
 *
 * @param sender the authenticated partner, never what the bytes say
 * @param channel how they came: {@code rest}, {@code sftp}, {@code frontdb}, {@code jms}, {@code
 *     amqp}
 * @param key the sender's idempotency key: header, file name or row key
 * @param nonce the nonce of the signature, stored together with the message; null where the channel
 *     has none
 */
public record Arrival(
    String sender,
    String exchange,
    String channel,
    String key,
    String nonce,
    String contentType,
    byte[] body) {

  public Arrival {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(body, "body");
  }

  /** The same arrival with other bytes. */
  public Arrival with(byte[] other) {
    return new Arrival(sender, exchange, channel, key, nonce, contentType, other);
  }
}
