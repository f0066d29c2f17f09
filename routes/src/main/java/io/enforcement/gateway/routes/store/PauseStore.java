package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Receivers that people have paused. Thread-safe. */
@Component
public class PauseStore {

  /**
   * A receiver to which nothing new leaves.
   *
   * @param by who paused it
   * @param reason in their words
   */
  public record Pause(String receiver, Instant at, String by, String reason) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  PauseStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** All that stand now. */
  public List<Pause> open() {
    return jdbc.query(
        "select receiver, paused_at, paused_by, reason from receiver_pause where resumed_at is null",
        (row, n) ->
            new Pause(
                row.getString(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4)));
  }

  /**
   * Pauses a receiver.
   *
   * @return false when it is paused already
   */
  public boolean pause(String receiver, String person, String reason) {
    return told(
        Milestone.RECEIVER_PAUSED,
        receiver,
        person,
        reason,
        """
        insert into receiver_pause (receiver, paused_by, reason) values (?, ?, ?) on conflict do nothing
        """,
        receiver,
        person,
        reason);
  }

  /**
   * Lets deliveries go on.
   *
   * @return false when it is not paused
   */
  public boolean resume(String receiver, String person, String reason) {
    return told(
        Milestone.RECEIVER_RESUMED,
        receiver,
        person,
        reason,
        """
        update receiver_pause set resumed_at = now(), resumed_by = ?
        where receiver = ? and resumed_at is null
        """,
        person,
        receiver);
  }

  private boolean told(
      Milestone milestone,
      String receiver,
      String person,
      String reason,
      String sql,
      Object... arguments) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean changed = jdbc.update(sql, arguments) == 1;
              if (changed) {
                trail.append(new AuditEvent(milestone, null, null, null, receiver, person, reason));
              }
              return changed;
            }));
  }
}
