package io.enforcement.gateway.mappings;

import java.time.Instant;

/**
 * All that a translator may know besides the bytes: it has no clock, no random source and no I/O of
 * its own, so the same bytes and the same context always give the same result (replay and golden
 * files depend on it).
 *
 * @param key inbound: id of our message; outbound: the stable idempotency key of the delivery (a
 *     UUID)
 * @param at inbound: when the message was received; outbound: when the record was translated
 * @param sourceName inbound: file name or idempotency key as the sender chose it, may be null;
 *     outbound: null
 */
public record Context(String key, Instant at, String sourceName) {}
