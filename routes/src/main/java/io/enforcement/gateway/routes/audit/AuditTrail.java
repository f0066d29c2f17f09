package io.enforcement.gateway.routes.audit;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the audit trail. It takes part in the caller's transaction, so that an event and what it
 * tells are committed together or not at all. Thread-safe.
 */
@Component
public class AuditTrail {

  /** In the order of {@link #values}. */
  private static final String INSERT =
      """
      insert into event (milestone, message_id, part, delivery_id, partner, actor, detail)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  public AuditTrail(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one event to the trail. */
  public void append(AuditEvent event) {
    append(List.of(event));
  }

  /** Adds events in their order. */
  public void append(Collection<AuditEvent> events) {
    jdbc.batchUpdate(INSERT, events.stream().map(AuditTrail::values).toList());
  }

  private static Object[] values(AuditEvent event) {
    return new Object[] {
      event.milestone().name(),
      event.messageId(),
      event.part(),
      event.deliveryId(),
      event.partner(),
      event.actor(),
      event.detail()
    };
  }
}
