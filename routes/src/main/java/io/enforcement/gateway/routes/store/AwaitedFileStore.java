package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which deliveries wait for files that are not here yet, and what sets them on their way. Called
 * inside the transactions of others. Thread-safe.
 */
@Component
public class AwaitedFileStore {

  private final JdbcTemplate jdbc;
  private final DigestLocks locks;

  AwaitedFileStore(JdbcTemplate jdbc, DigestLocks locks) {
    this.jdbc = jdbc;
    this.locks = locks;
  }

  /**
   * Notes the files of new deliveries; what must have one that is not here waits. Call inside the
   * transaction that writes the deliveries, after them.
   */
  public void note(Collection<NeededFile> files) {
    if (files.isEmpty()) {
      return;
    }
    locks.hold(files.stream().map(NeededFile::digest).toList());
    jdbc.update(
        """
        with noted as (
            insert into delivery_attachment (delivery_id, digest, sender, required, state)
            select f.delivery_id, f.digest, f.sender, f.required,
                case when a.digest is null then 'WAITING' else 'HELD' end
            from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[]) as f (delivery_id, digest, sender, required)
                left join attachment a on a.digest = f.digest and a.sender = f.sender
            returning delivery_id, required, state),
        waiting as (
            update delivery d set state = 'AWAITING_FILES' where d.id in (
                select delivery_id from noted where required and state = 'WAITING')
            returning d.message_id, d.id, d.receiver)
        insert into event (milestone, message_id, delivery_id, partner, actor)
        select 'AWAITING_FILES', message_id, id, receiver, '%s' from waiting
        """
            .formatted(AuditEvent.GATEWAY),
        column(files, UUID[]::new, NeededFile::deliveryId),
        column(files, String[]::new, NeededFile::digest),
        column(files, String[]::new, NeededFile::sender),
        column(files, Boolean[]::new, NeededFile::required));
  }

  /**
   * Sets on their way the deliveries that waited for this file only. One that is parked meanwhile
   * stays where people look at it, and goes when they replay it.
   *
   * @return their receivers
   */
  Set<String> release(HeldFile file) {
    // Two files of one delivery may come at once: its row is locked, so one of them sees the other.
    List<UUID> waiting =
        jdbc.queryForList(
            """
            select d.id from delivery d join delivery_attachment n on n.delivery_id = d.id
            where n.digest = ? and n.sender = ? and n.state = 'WAITING' order by d.id for update of d
            """,
            UUID.class,
            file.digest(),
            file.sender());
    jdbc.update(
        "update delivery_attachment set state = 'HELD' where digest = ? and sender = ? and state = 'WAITING'",
        file.digest(),
        file.sender());
    return new TreeSet<>(
        jdbc.queryForList(
            """
            with ready as (
                update delivery d set state = 'READY', due_at = now(), updated_at = now()
                where d.id = any (?) and d.state = 'AWAITING_FILES' and not exists (
                    select 1 from delivery_attachment n
                    where n.delivery_id = d.id and n.required and n.state = 'WAITING')
                returning d.message_id, d.id, d.receiver),
            told as (
                insert into event (milestone, message_id, delivery_id, partner, actor)
                select 'FILES_HELD', message_id, id, receiver, '%s' from ready)
            select receiver from ready
            """
                .formatted(AuditEvent.GATEWAY),
            String.class,
            (Object) waiting.toArray(UUID[]::new)));
  }
}
