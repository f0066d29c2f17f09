package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the outbox.
 *
 * @param lane what keeps its order at the receiver; the case, or the record itself where there is
 *     none
 * @param revokes act key of the decision that the record revokes, or null
 * @param claim under which its first attempt is to be committed with it, when nothing is open in
 *     its lane; null when it waits for a claim
 */
public record NewDelivery(
    UUID id,
    UUID recordId,
    UUID messageId,
    String receiver,
    String exchange,
    String lane,
    String revokes,
    NewClaim claim) {

  /** The same with its first attempt under this claim. */
  public NewDelivery under(NewClaim first) {
    return new NewDelivery(id, recordId, messageId, receiver, exchange, lane, revokes, first);
  }

  /**
   * Its first attempt, when it was committed with the delivery.
   *
   * @param record as standard XML
   * @param recordedAt when the record was translated
   */
  public Attempt firstAttempt(byte[] record, Instant recordedAt) {
    DueDelivery due =
        new DueDelivery(
            id, messageId, receiver, exchange, 0, false, revokes, recordId, record, recordedAt);
    return Attempt.of(claim.id(), due, 1);
  }
}
