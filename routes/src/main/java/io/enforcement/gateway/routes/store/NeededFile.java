package io.enforcement.gateway.routes.store;

import java.util.UUID;

/**
 * A file that goes to a receiver with a record.
 *
 * @param digest {@code sha256:} or {@code sm3:} and 64 lower-case hexadecimal digits
 * @param sender of the record; it is this partner's copy that is waited for
 * @param required whether the record waits for it; otherwise it is offered
 */
public record NeededFile(UUID deliveryId, String digest, String sender, boolean required) {}
