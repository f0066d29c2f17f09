package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery at the head of its lane whose time has come.
 *
 * @param ladder failures on the retry ladder since it was last set on its way
 * @param uncertain whether an earlier attempt may have had its effect
 * @param revokes act key of the revoked decision, or null
 * @param recordId of the record, which never changes
 * @param record the record as standard XML
 * @param recordedAt when the record was translated
 */
public record DueDelivery(
    UUID id,
    UUID messageId,
    String receiver,
    String exchange,
    int ladder,
    boolean uncertain,
    String revokes,
    UUID recordId,
    byte[] record,
    Instant recordedAt) {}
