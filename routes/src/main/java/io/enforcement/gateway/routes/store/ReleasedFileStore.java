package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which files a receiver may have, and which it has: its deliveries end with them. Thread-safe. */
@Component
public class ReleasedFileStore {

  /** The receiver may know of the record, and has not turned it away. */
  private static final String SHOWN =
      "d.attempts > 0 and d.state not in ('REFUSED_BY_RECEIVER', 'CANCELLED', 'DISCARDED')";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  ReleasedFileStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** The file, when a delivery to this partner names it and may have become known to it. */
  public Optional<HeldFile> releasedTo(String receiver, String digest) {
    return jdbc
        .query(
            """
            select a.digest, a.sender, a.size, a.media_type from attachment a
            where a.digest = ? and exists (
                select 1 from delivery_attachment n join delivery d on d.id = n.delivery_id
                where n.digest = a.digest and n.sender = a.sender and d.receiver = ? and %s)
            limit 1
            """
                .formatted(SHOWN),
            AttachmentStore.FILE,
            digest,
            receiver)
        .stream()
        .findFirst();
  }

  /** The files that must go out with a delivery in the order of their digests; empty when gone. */
  public List<HeldFile> goingWith(UUID delivery) {
    return jdbc.query(
        """
        select n.digest, n.sender, a.size, a.media_type
        from delivery_attachment n left join attachment a on a.digest = n.digest and a.sender = n.sender
        where n.delivery_id = ? and n.required order by n.digest
        """,
        AttachmentStore.FILE,
        delivery);
  }

  /** Tells the trail that a file begins to leave. */
  public void released(String receiver, HeldFile file) {
    trail.append(
        AuditEvent.ofFile(Milestone.FILE_RELEASED, receiver, AuditEvent.GATEWAY, file.digest()));
  }

  /**
   * A receiver has the file. Deliveries that waited for nothing else are delivered.
   *
   * @return false when no delivery to it names the file
   */
  public boolean confirm(String receiver, String digest) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              List<UUID> deliveries =
                  jdbc.queryForList(
                      """
                      select d.id from delivery d join delivery_attachment n on n.delivery_id = d.id
                      where n.digest = ? and n.state <> 'WAITING' and d.receiver = ? and %s
                      order by d.id for update of d
                      """
                          .formatted(SHOWN),
                      UUID.class,
                      digest,
                      receiver);
              note(deliveries.stream().map(id -> Map.entry(id, digest)).toList(), receiver);
              complete(deliveries);
              return !deliveries.isEmpty();
            }));
  }

  /**
   * The receiver took the files in one piece with the record. Call inside the transaction that has
   * just locked the rows of these deliveries.
   */
  void confirmEnclosed(Collection<Attempt> accepted) {
    List<Map.Entry<UUID, String>> files =
        accepted.stream()
            .flatMap(a -> a.enclosed().files().stream().map(f -> Map.entry(a.delivery().id(), f)))
            .toList();
    if (!files.isEmpty()) {
      note(files, AuditEvent.GATEWAY);
    }
  }

  private void note(List<Map.Entry<UUID, String>> files, String actor) {
    jdbc.update(
        """
        with confirmed as (
            update delivery_attachment n set state = 'CONFIRMED'
            from unnest(?::uuid[], ?::text[]) as f (delivery_id, digest), delivery d
            where n.delivery_id = f.delivery_id and n.digest = f.digest and n.state = 'HELD' and d.id = n.delivery_id
            returning d.message_id, d.id, d.receiver, n.digest)
        insert into event (milestone, message_id, delivery_id, partner, actor, detail)
        select 'FILE_CONFIRMED', message_id, id, receiver, ?, digest from confirmed
        """,
        column(files, UUID[]::new, Map.Entry::getKey),
        column(files, String[]::new, Map.Entry::getValue),
        actor);
  }

  /**
   * Ends the wait of those deliveries, among these, whose files are all confirmed, also where the
   * time for that was over and people have been told. Call inside the transaction that has just
   * locked their rows.
   *
   * @return whether there were any
   */
  boolean complete(Collection<UUID> deliveries) {
    return jdbc.update(
            """
            with done as (
                update delivery d set state = 'DELIVERED', updated_at = now()
                where d.id = any (?) and (d.state = 'CONFIRMING' or d.state = 'PARKED' and exists (
                    select 1 from parked p where p.delivery_id = d.id and p.resolved_at is null and p.cause = '%s'))
                  and not exists (
                    select 1 from delivery_attachment n
                    where n.delivery_id = d.id and n.required and n.state <> 'CONFIRMED')
                returning d.message_id, d.id, d.receiver),
            resolved as (
                update parked p set resolved_at = now(), resolution = 'CONFIRMED'
                from done where p.delivery_id = done.id and p.resolved_at is null)
            insert into event (milestone, message_id, delivery_id, partner, actor, detail)
            select 'DELIVERED', message_id, id, receiver, '%s', 'all files confirmed' from done
            """
                .formatted(OverdueFileStore.NOT_CONFIRMED, AuditEvent.GATEWAY),
            (Object) deliveries.toArray(UUID[]::new))
        > 0;
  }
}
