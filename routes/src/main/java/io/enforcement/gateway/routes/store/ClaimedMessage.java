package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that this process works on.
 *
 * @param deaths how many processes died while they worked on it
 * @param replays how often people have set it on its way again
 */
public record ClaimedMessage(
    UUID id,
    String sender,
    String exchange,
    String key,
    byte[] digest,
    Instant receivedAt,
    byte[] body,
    int deaths,
    int replays) {}
