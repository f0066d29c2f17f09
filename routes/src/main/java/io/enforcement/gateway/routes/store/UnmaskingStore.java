package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may see the values of a message as they are, and until when, by the database's clock.
 * Thread-safe.
 */
@Component
public class UnmaskingStore {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  UnmaskingStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** Until when this person sees the message as it is; empty when not at all. */
  public Optional<Instant> until(UUID message, String person) {
    return jdbc
        .query(
            """
            select until from unmasking where message_id = ? and person = ? and until > now()
            order by until desc limit 1
            """,
            (row, n) -> row.getTimestamp(1).toInstant(),
            message,
            person)
        .stream()
        .findFirst();
  }

  /**
   * Unmasks a message for a person and tells the audit trail so.
   *
   * @param partner who sent the message
   * @param reason a word of a list
   * @param explanation in the person's own words; stays here and is not in the trail
   * @return until when
   */
  public Instant unmask(
      UUID message,
      String partner,
      String person,
      String reason,
      String explanation,
      Duration time) {
    return transaction.execute(
        status -> {
          trail.append(
              new AuditEvent(Milestone.UNMASKED, message, null, null, partner, person, reason));
          return jdbc.queryForObject(
              """
              insert into unmasking (message_id, person, reason, explanation, until)
              values (?, ?, ?, ?, now() + ? * interval '1 s') returning until
              """,
              (row, n) -> row.getTimestamp(1).toInstant(),
              message,
              person,
              reason,
              explanation,
              time.toSeconds());
        });
  }
}
