package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which files are here. The bytes lie in the spool; a row says that they are on disk for good, so
 * it is always written after them and deleted before them. Thread-safe.
 */
@Component
public class AttachmentStore {

  static final RowMapper<HeldFile> FILE =
      (row, n) ->
          new HeldFile(row.getString(1), row.getString(2), row.getLong(3), row.getString(4));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final DigestLocks locks;
  private final AwaitedFileStore awaited;
  private final AuditTrail trail;

  AttachmentStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      DigestLocks locks,
      AwaitedFileStore awaited,
      AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.locks = locks;
    this.awaited = awaited;
    this.trail = trail;
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
          locks.hold(List.of(file.digest()));
          intoPlace.run();
          insert(file);
          return awaited.release(file);
        });
  }

  private void insert(HeldFile file) {
    int rows =
        jdbc.update(
            "insert into attachment (digest, sender, size, media_type) values (?, ?, ?, ?) on"
                + " conflict do nothing",
            file.digest(),
            file.sender(),
            file.size(),
            file.mediaType());
    if (rows == 1) {
      String detail = file.digest() + " " + file.size() + " bytes";
      trail.append(
          AuditEvent.ofFile(Milestone.FILE_RECEIVED, file.sender(), file.sender(), detail));
    }
  }

  /** The file, when this partner brought it. */
  public Optional<HeldFile> broughtBy(String sender, String digest) {
    return jdbc
        .query(
            "select digest, sender, size, media_type from attachment where digest = ? and sender ="
                + " ?",
            FILE,
            digest,
            sender)
        .stream()
        .findFirst();
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
   * Forgets a file that came before this moment, unless somebody may still need it: an open
   * delivery, a legal hold, or a message of its sender that people have not let through yet and
   * whose records nobody knows. A commit of its own: the bytes go later, by {@link #ifForgotten},
   * so that no row ever stands without its bytes.
   */
  public void expire(String digest, Instant before) {
    transaction.executeWithoutResult(
        status -> {
          locks.hold(List.of(digest));
          jdbc.queryForList(
                  """
                  delete from attachment a where a.digest = ? and a.received_at < ?
                    and not exists (
                      select 1 from delivery_attachment n join delivery d on d.id = n.delivery_id
                      where n.digest = a.digest and n.sender = a.sender and d.open)
                    and not exists (
                      select 1 from delivery_attachment n join delivery d on d.id = n.delivery_id
                        join record r on r.id = d.record_id
                        join legal_hold h on h.message_id = r.message_id and h.lifted_at is null
                      where n.digest = a.digest and n.sender = a.sender)
                    and not exists (
                      select 1 from message m where m.sender = a.sender and m.state = 'RECEIVED')
                    and not exists (
                      select 1 from message m where m.sender = a.sender and m.state in ('PARKED', 'QUARANTINED'))
                  returning a.sender
                  """,
                  String.class,
                  digest,
                  Timestamp.from(before))
              .forEach(
                  sender ->
                      trail.append(
                          AuditEvent.ofFile(
                              Milestone.FILE_REMOVED, sender, AuditEvent.GATEWAY, digest)));
        });
  }

  /** Removes the bytes of a file that no row tells of; nobody can bring it meanwhile. */
  public void ifForgotten(String digest, Runnable remove) {
    transaction.executeWithoutResult(
        status -> {
          locks.hold(List.of(digest));
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
}
