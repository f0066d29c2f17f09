package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of which nothing may be pruned, because somebody asked for it. Thread-safe. */
@Component
public class LegalHoldStore {

  /** A hold that stands. */
  public record Hold(UUID messageId, String reason, String placedBy, Instant placedAt) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  LegalHoldStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** The holds that stand, the oldest first. */
  public List<Hold> standing(int limit) {
    return jdbc.query(
        """
        select message_id, reason, placed_by, placed_at from legal_hold
        where lifted_at is null order by id limit ?
        """,
        (row, n) ->
            new Hold(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant()),
        limit);
  }

  /**
   * Places a hold.
   *
   * @param reason at most 200 characters: a file number, never a person
   * @return false when there is no such message, or a hold stands already
   */
  public boolean place(UUID messageId, String reason, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                told(
                    jdbc.update(
                        """
                        insert into legal_hold (message_id, reason, placed_by)
                        select id, ?, ? from message where id = ? on conflict do nothing
                        """,
                        reason,
                        person,
                        messageId),
                    messageId,
                    person,
                    "placed")));
  }

  /**
   * Lifts a hold.
   *
   * @return false when none stands
   */
  public boolean lift(UUID messageId, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                told(
                    jdbc.update(
                        """
                        update legal_hold set lifted_by = ?, lifted_at = now()
                        where message_id = ? and lifted_at is null
                        """,
                        person,
                        messageId),
                    messageId,
                    person,
                    "lifted")));
  }

  private boolean told(int rows, UUID messageId, String person, String what) {
    if (rows > 0) {
      trail.append(new AuditEvent(Milestone.LEGAL_HOLD, messageId, null, null, null, person, what));
    }
    return rows > 0;
  }
}
