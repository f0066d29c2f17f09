package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What becomes of a parked entry when people have decided: the end of a doubt, another body, the
 * end of it all. Each step moves only what is still as it was when they decided, and tells the
 * trail; each answers false when something came in between, and then nothing has changed. Joins the
 * caller's transaction. Thread-safe.
 */
@Component
public class RemedyStore {

  /** The cause of an entry that was in doubt until people decided that nothing arrived. */
  private static final String NOT_ARRIVED =
      "Unavailable: two people decided that it has not arrived";

  private final JdbcTemplate jdbc;
  private final AuditTrail trail;
  private final ReleasedFileStore files;

  RemedyStore(JdbcTemplate jdbc, AuditTrail trail, ReleasedFileStore files) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.files = files;
  }

  /** The receiver has it, and is never sent it again. */
  public boolean arrived(Parked entry, String person, String why) {
    List<String> state =
        jdbc.queryForList(
            """
            update delivery d set updated_at = now(), state = case when exists (
                select 1 from delivery_attachment n where n.delivery_id = d.id and n.required) then 'CONFIRMING' else 'DELIVERED' end
            where d.id = ? and d.state = 'IN_DOUBT' returning d.state
            """,
            String.class,
            entry.deliveryId());
    if (state.isEmpty()) {
      return false;
    }
    resolve(entry, "ARRIVED", person);
    tell(Milestone.valueOf(state.get(0)), entry, person, why);
    files.complete(List.of(entry.deliveryId()));
    return true;
  }

  /** The doubt is over: it waits like any other that the receiver was away for. */
  public boolean notArrived(Parked entry, String person, String why) {
    boolean moved =
        jdbc.update(
                """
                update delivery set state = 'PARKED', uncertain = false, updated_at = now()
                where id = ? and state = 'IN_DOUBT'
                """,
                entry.deliveryId())
            == 1;
    if (moved) {
      jdbc.update("update parked set cause = ? where id = ?", NOT_ARRIVED, entry.id());
      tell(Milestone.PARKED, entry, person, why);
    }
    return moved;
  }

  /**
   * It leaves once more under the same key. That it may be there already stays known: a receiver
   * that can be asked is asked first, and with any other the next failure is a doubt again.
   */
  public boolean sendAgain(Parked entry, String person, String why) {
    boolean moved =
        jdbc.update(
                """
                update delivery set state = 'READY', ladder = 0, due_at = now(), updated_at = now()
                where id = ? and state = 'IN_DOUBT'
                """,
                entry.deliveryId())
            == 1;
    if (moved) {
      resolve(entry, "REPLAYED", person);
      tell(Milestone.REPLAYED, entry, person, why);
    }
    return moved;
  }

  /** Given up for good; nothing is deleted. */
  public boolean discard(Parked entry, String person, String why) {
    boolean moved =
        entry.deliveryId() == null
            ? jdbc.update(
                    """
                    update message set state = 'DISCARDED', settled_at = now()
                    where id = ? and state in ('PARKED', 'QUARANTINED')
                    """,
                    entry.messageId())
                == 1
            : jdbc.update(
                    "update delivery set state = 'DISCARDED', updated_at = now() where id = ? and"
                        + " state = 'PARKED'",
                    entry.deliveryId())
                == 1;
    if (moved) {
      resolve(entry, "DISCARDED", person);
      tell(Milestone.DISCARDED, entry, person, why);
    }
    return moved;
  }

  /** The message is translated from this version from now on; what came stays as it is. */
  public boolean correct(Parked entry, int version, String person, String why) {
    boolean moved =
        jdbc.update(
                "update message set version = ? where id = ? and state in ('PARKED',"
                    + " 'QUARANTINED')",
                version,
                entry.messageId())
            == 1;
    if (moved) {
      tell(Milestone.CORRECTED, entry, person, why);
    }
    return moved;
  }

  /**
   * Whether a legal deadline that has not ended hangs on one of these entries, or on another
   * revision of its act: a conversation knows the latest alone.
   */
  public boolean touchesDeadline(Collection<UUID> entries) {
    return jdbc.queryForObject(
        """
        select exists (
            select 1 from parked p
              left join delivery d on d.id = p.delivery_id
              join record r on r.message_id = p.message_id and (d.id is null or r.id = d.record_id)
              join record s on s.act_key = r.act_key and s.state in ('ACCEPTED', 'UNROUTED')
              join conversation_document c on c.record_id = s.id
              join deadline l on l.conversation_id = c.conversation_id and l.state in ('OPEN', 'PAUSED')
                and l.closed_at is null
            where p.id = any (?))
        """,
        Boolean.class,
        (Object) entries.toArray(UUID[]::new));
  }

  private void resolve(Parked entry, String resolution, String person) {
    jdbc.update(
        "update parked set resolved_at = now(), resolution = ?, resolved_by = ? where id = ? and"
            + " resolved_at is null",
        resolution,
        person,
        entry.id());
  }

  private void tell(Milestone milestone, Parked entry, String person, String why) {
    trail.append(
        new AuditEvent(
            milestone, entry.messageId(), null, entry.deliveryId(), entry.partner(), person, why));
  }
}
