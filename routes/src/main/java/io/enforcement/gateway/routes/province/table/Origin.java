package io.enforcement.gateway.routes.province.table;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a record is from.
 *
 * @param source the partner that sent it
 * @param region division that the partner stands for, or null
 * @param part its place in the message
 * @param messageDigest SHA-256 of the bytes as received
 * @param mappingVersion what translated it
 * @param findings what its check found, as JSON; null where it found nothing
 */
public record Origin(
    String source,
    String region,
    UUID messageId,
    int part,
    byte[] messageDigest,
    String mappingVersion,
    String findings,
    Instant receivedAt,
    Instant translatedAt) {}
