package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners that fetch their deliveries themselves say about them. Thread-safe. */
@Component
public class OutboxStore {

  /** What an acknowledgement met. */
  public enum Answer {
    /** The delivery has this outcome, now or since it was acknowledged first. */
    SETTLED,
    /** It has another outcome, or is on its way again. */
    OTHERWISE,
    /** No such delivery was ever given to this partner. */
    UNKNOWN
  }

  private record Given(DeliveryState state, UUID message) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  OutboxStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * Settles a delivery by what the receiver says of it, also when its attempt was taken for lost in
   * the meantime. The first acknowledgement stands; a repetition changes nothing.
   *
   * @param reason why it was refused; null says that it was accepted
   */
  public Answer acknowledge(String receiver, UUID delivery, String reason) {
    return transaction.execute(
        status ->
            jdbc
                .query(
                    """
                    select state, message_id from delivery
                    where id = ? and receiver = ? and attempts > 0 for update
                    """,
                    (row, n) ->
                        new Given(
                            DeliveryState.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                    delivery,
                    receiver)
                .stream()
                .findFirst()
                .map(given -> acknowledge(receiver, delivery, given, reason))
                .orElse(Answer.UNKNOWN));
  }

  private Answer acknowledge(String receiver, UUID delivery, Given given, String reason) {
    DeliveryState wanted =
        reason == null ? DeliveryState.DELIVERED : DeliveryState.REFUSED_BY_RECEIVER;
    if (given.state() == wanted) {
      return Answer.SETTLED;
    }
    if (given.state() == DeliveryState.DELIVERED || !given.state().next().contains(wanted)) {
      return Answer.OTHERWISE;
    }
    jdbc.update(
        "update delivery set state = ?, rejection = ?, updated_at = now() where id = ?",
        wanted.name(),
        reason,
        delivery);
    jdbc.update("delete from claim where deliveries = array[?::uuid]", delivery);
    jdbc.update(
        """
        update parked set resolved_at = now(), resolution = 'ACKNOWLEDGED'
        where delivery_id = ? and resolved_at is null
        """,
        delivery);
    trail.append(
        AuditEvent.ofDelivery(
            Milestone.valueOf(wanted.name()),
            given.message(),
            delivery,
            receiver,
            "acknowledgement"));
    return Answer.SETTLED;
  }
}
