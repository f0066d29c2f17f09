package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which files are here, and which deliveries wait for them or for their confirmation. The bytes lie
 * in the spool; a row says that they are on disk for good, so it is always written after them.
 * Whatever asks or changes whether a file is here holds the lock of its digest until the commit: no
 * delivery can begin to wait for a file that has just come. Thread-safe.
 */
@Component
public class AttachmentStore {

  private static final RowMapper<HeldFile> FILE =
      (row, n) ->
          new HeldFile(row.getString(1), row.getString(2), row.getLong(3), row.getString(4));

  /** The receiver may know of the record, and has not turned it away. */
  private static final String SHOWN =
      "d.attempts > 0 and d.state not in ('REFUSED_BY_RECEIVER', 'CANCELLED')";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  AttachmentStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * Notes the files of new deliveries; what must have one that is not here waits. Call inside the
   * transaction that writes the deliveries, after them.
   */
  public void note(Collection<NeededFile> files) {
    if (files.isEmpty()) {
      return;
    }
    lock(files.stream().map(NeededFile::digest).toList());
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
   * Says that a file is here, in one transaction with whatever that sets on its way.
   *
   * @param intoPlace makes the bytes durable under their digest; called before anything is written
   * @return the receivers whose deliveries need not wait any more
   */
  public Set<String> keep(HeldFile file, Runnable intoPlace) {
    return transaction.execute(
        status -> {
          lock(List.of(file.digest()));
          intoPlace.run();
          insert(file);
          return release(file);
        });
  }

  private void insert(HeldFile file) {
    int rows =
        jdbc.update(
            "insert into attachment (digest, sender, size, media_type) values (?, ?, ?, ?) on conflict do nothing",
            file.digest(),
            file.sender(),
            file.size(),
            file.mediaType());
    if (rows == 1) {
      String detail = file.digest() + " " + file.size() + " bytes";
      trail.append(ofFile(Milestone.FILE_RECEIVED, file.sender(), file.sender(), detail));
    }
  }

  private Set<String> release(HeldFile file) {
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

  /** The file, when this partner brought it. */
  public Optional<HeldFile> broughtBy(String sender, String digest) {
    return jdbc
        .query(
            "select digest, sender, size, media_type from attachment where digest = ? and sender = ?",
            FILE,
            digest,
            sender)
        .stream()
        .findFirst();
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
            FILE,
            digest,
            receiver)
        .stream()
        .findFirst();
  }

  /** Tells the trail that a file begins to leave. */
  public void released(String receiver, HeldFile file) {
    trail.append(ofFile(Milestone.FILE_RELEASED, receiver, AuditEvent.GATEWAY, file.digest()));
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
              confirm(deliveries, digest);
              complete(deliveries);
              return !deliveries.isEmpty();
            }));
  }

  private void confirm(List<UUID> deliveries, String digest) {
    jdbc.update(
        """
        with confirmed as (
            update delivery_attachment n set state = 'CONFIRMED' from delivery d
            where n.delivery_id = any (?) and n.digest = ? and n.state = 'HELD' and d.id = n.delivery_id
            returning d.message_id, d.id, d.receiver, n.digest)
        insert into event (milestone, message_id, delivery_id, partner, actor, detail)
        select 'FILE_CONFIRMED', message_id, id, receiver, receiver, digest from confirmed
        """,
        deliveries.toArray(UUID[]::new),
        digest);
  }

  /**
   * Ends the wait of those deliveries, among these, whose files are all confirmed. Call inside the
   * transaction that has just locked their rows.
   *
   * @return whether there were any
   */
  boolean complete(Collection<UUID> deliveries) {
    return jdbc.update(
            """
            with done as (
                update delivery d set state = 'DELIVERED', updated_at = now()
                where d.id = any (?) and d.state = 'CONFIRMING' and not exists (
                    select 1 from delivery_attachment n
                    where n.delivery_id = d.id and n.required and n.state <> 'CONFIRMED')
                returning d.message_id, d.id, d.receiver)
            insert into event (milestone, message_id, delivery_id, partner, actor, detail)
            select 'DELIVERED', message_id, id, receiver, '%s', 'all files confirmed' from done
            """
                .formatted(AuditEvent.GATEWAY),
            (Object) deliveries.toArray(UUID[]::new))
        > 0;
  }

  /** Everything that should be on disk, one after the other. */
  public void eachDigest(Consumer<String> use) {
    try (Stream<String> digests =
        jdbc.queryForStream(
            "select distinct digest from attachment", (row, n) -> row.getString(1))) {
      digests.forEach(use);
    }
  }

  /**
   * Forgets a file that came before this moment, unless an open delivery needs it. A commit of its
   * own: the bytes go later, by {@link #ifForgotten}, so that no row ever stands without its bytes.
   */
  public void expire(String digest, Instant before) {
    transaction.executeWithoutResult(
        status -> {
          lock(List.of(digest));
          jdbc.queryForList(
                  """
                  delete from attachment a where a.digest = ? and a.received_at < ? and not exists (
                      select 1 from delivery_attachment n join delivery d on d.id = n.delivery_id
                      where n.digest = a.digest and n.sender = a.sender and d.open)
                  returning a.sender
                  """,
                  String.class,
                  digest,
                  Timestamp.from(before))
              .forEach(
                  sender ->
                      trail.append(
                          ofFile(Milestone.FILE_REMOVED, sender, AuditEvent.GATEWAY, digest)));
        });
  }

  /** Removes the bytes of a file that no row tells of; nobody can bring it meanwhile. */
  public void ifForgotten(String digest, Runnable remove) {
    transaction.executeWithoutResult(
        status -> {
          lock(List.of(digest));
          boolean known =
              jdbc.queryForObject(
                  "select exists (select 1 from attachment where digest = ?)",
                  Boolean.class,
                  digest);
          if (!known) {
            remove.run();
          }
        });
  }

  /** Always in the same order, so that two that want the same files do not wait for each other. */
  private void lock(List<String> digests) {
    jdbc.query(
        """
        select pg_advisory_xact_lock(hashtextextended(d, 0))
        from (select distinct d from unnest(?::text[]) as u (d) order by d) as ordered
        """,
        row -> {},
        (Object) digests.toArray(String[]::new));
  }

  private static AuditEvent ofFile(
      Milestone milestone, String partner, String actor, String detail) {
    return new AuditEvent(milestone, null, null, null, partner, actor, detail);
  }
}
