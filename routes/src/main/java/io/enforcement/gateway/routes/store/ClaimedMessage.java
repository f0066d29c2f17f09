package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that this process works on.
 *
 * @param deaths how many processes died while they worked on it
 */
public record ClaimedMessage(
    UUID id,
    String sender,
    String exchange,
    String key,
    byte[] digest,
    Instant receivedAt,
    byte[] body,
    int deaths) {}
