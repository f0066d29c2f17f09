package io.enforcement.gateway.routes.store;

import java.util.UUID;

/**
 * One row of the outbox.
 *
 * @param lane what keeps its order at the receiver; the case, or the record itself where there is
 *     none
 * @param revokes act key of the decision that the record revokes, or null
 */
public record NewDelivery(
    UUID id,
    UUID recordId,
    UUID messageId,
    String receiver,
    String exchange,
    String lane,
    String revokes) {}
