package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people say about findings: that there is nothing more to do about one. Thread-safe. */
@Component
public class FindingStore {

  private final JdbcTemplate jdbc;

  FindingStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who closes it, and why; whether the person may see what is restricted. */
  public record Closing(String person, boolean listed, String reason) {}

  /**
   * Closes a finding, and tells the trail; the reason stands with the finding alone.
   *
   * @param rules those whose breach is a finding
   * @return false when it is none, is closed already, or the person may not see it
   */
  public boolean close(UUID deadline, Collection<String> rules, Instant now, Closing closing) {
    return jdbc.update(
            """
            with closed as (
                update deadline d set closed_at = now(), closed_by = ?, closed_reason = ?
                from conversation c
                where d.id = ? and c.id = d.conversation_id and (not c.restricted or ?) and d.rule = any (?)
                  and d.closed_at is null and d.state in ('OPEN', 'LATE') and d.due_at <= ? and d.unknown_years = '{}'
                returning d.id, d.rule, d.conversation_id, d.trigger)
            insert into event (milestone, message_id, part, actor, detail)
            select 'FINDING_CLOSED', r.message_id, r.part, ?::text, f.rule || ' ' || f.id
            from closed f
              left join conversation_document cd on cd.conversation_id = f.conversation_id and cd.identity = f.trigger
              left join record r on r.id = cd.record_id
            """,
            closing.person(),
            closing.reason(),
            deadline,
            closing.listed(),
            rules.toArray(String[]::new),
            Timestamp.from(now),
            closing.person())
        > 0;
  }
}
