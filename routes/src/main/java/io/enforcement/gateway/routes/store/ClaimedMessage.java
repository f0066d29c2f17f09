package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that this process works on.
 *
 * @param starts how often work on it was started, this time included; committed before the work
 *     began
 */
public record ClaimedMessage(
    UUID id,
    String sender,
    String exchange,
    String key,
    byte[] digest,
    Instant receivedAt,
    byte[] body,
    int starts) {}
