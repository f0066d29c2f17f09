package io.enforcement.gateway.routes.province.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that was noted for the provincial database.
 *
 * @param seq of the note
 * @param kind of the record
 * @param part its place in the message
 * @param actKey natural key as the translation found it; null of a version that came late
 * @param partyKey as the key
 * @param messageDigest SHA-256 of the bytes as received
 * @param findings what its check found, as JSON; null where it found nothing
 * @param body the record as standard XML
 */
public record Arrived(
    long seq,
    UUID recordId,
    String kind,
    String actKey,
    String partyKey,
    UUID messageId,
    int part,
    String source,
    byte[] messageDigest,
    Instant receivedAt,
    Instant translatedAt,
    String findings,
    byte[] body) {}
