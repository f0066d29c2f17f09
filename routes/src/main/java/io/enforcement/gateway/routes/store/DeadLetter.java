package io.enforcement.gateway.routes.store;

import java.util.Objects;

/**
 * A message that a broker could bring to nobody.
 *
 * @param sender the partner that sent it, or {@link #NOBODY}
 * @param exchange what it sent, or {@link #UNKNOWN}
 * @param partner whom it concerns: the sender, or the partner on whose queue it lay
 * @param address the queue that it was meant for
 * @param key its sender's idempotency key, else its own id
 * @param cause why it could not be brought, without content
 */
public record DeadLetter(
    String sender,
    String exchange,
    String partner,
    String address,
    String key,
    String contentType,
    byte[] body,
    String cause) {

  /** The sender of what no partner sent to us: it came from our own broker. */
  public static final String NOBODY = "broker";

  /** The exchange of what is none of ours. */
  public static final String UNKNOWN = "dead-letter";

  public DeadLetter {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(body, "body");
  }

  boolean hasSender() {
    return !sender.equals(NOBODY);
  }
}
