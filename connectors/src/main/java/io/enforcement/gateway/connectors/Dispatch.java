package io.enforcement.gateway.connectors;

/**
 * One attempt to bring bytes to a partner.
 *
 * @param key stable idempotency key of the delivery (a UUID in text form): the same over all
 *     attempts and replays
 * @param exchange the exchange, for example {@code penalty-decision}
 * @param body the bytes in the partner's format
 */
public record Dispatch(String key, String exchange, byte[] body) {}
