package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Extracts that were asked for, and their pages. Whatever is asked for or handed out is told to the
 * trail in the same transaction. Thread-safe.
 */
public class ExtractStore {

  private static final String COLUMNS =
      "id, asked_by, asked_at, question::text, format, counted, state, written, bytes, reached,"
          + " ended_at, why";

  private static final RowMapper<Extract> EXTRACT =
      (row, n) ->
          new Extract(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getTimestamp(3).toInstant(),
              row.getString(4),
              row.getString(5),
              row.getLong(6),
              row.getString(7),
              row.getLong(8),
              row.getLong(9),
              row.getString(10),
              row.getTimestamp(11) == null ? null : row.getTimestamp(11).toInstant(),
              row.getString(12));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  public ExtractStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * An extract.
   *
   * @param question what was asked, as JSON
   * @param counted rows that there were when it was asked for
   * @param state WAITING, DONE, FAILED or EXPIRED
   * @param written rows so far
   * @param bytes of them
   * @param reached key of the last row that was written
   * @param why it failed, or null
   */
  public record Extract(
      UUID id,
      String askedBy,
      Instant askedAt,
      String question,
      String format,
      long counted,
      String state,
      long written,
      long bytes,
      String reached,
      Instant endedAt,
      String why) {}

  /**
   * Notes an extract that is to be made.
   *
   * @param waiting so many of one person may wait
   * @param about what of the question may stand in the trail
   * @return empty when so many wait already
   */
  public Optional<Extract> ask(
      String person, String question, String format, long counted, int waiting, String about) {
    UUID id = UUID.randomUUID();
    return transaction.execute(
        status -> {
          jdbc.query("select pg_advisory_xact_lock(hashtext(?))", row -> {}, "extract " + person);
          int noted =
              jdbc.update(
                  """
                  insert into province.extract (id, asked_by, question, format, counted)
                  select ?, ?, ?::jsonb, ?, ?
                  where (select count(*) from province.extract where asked_by = ? and state = 'WAITING') < ?
                  """,
                  id,
                  person,
                  question,
                  format,
                  counted,
                  person,
                  waiting);
          if (noted == 0) {
            return Optional.empty();
          }
          tell(Milestone.EXTRACT_ASKED, person, "%s %s: %d rows".formatted(id, about, counted));
          return find(id);
        });
  }

  public Optional<Extract> find(UUID id) {
    return one("where id = ?", id);
  }

  /** The one that has waited longest. */
  public Optional<Extract> due() {
    return one("where state = 'WAITING' order by asked_at limit 1");
  }

  private Optional<Extract> one(String which, Object... values) {
    return jdbc
        .query("select %s from province.extract %s".formatted(COLUMNS, which), EXTRACT, values)
        .stream()
        .findFirst();
  }

  /** Those of a person, the latest first. */
  public List<Extract> of(String person, int limit) {
    return jdbc.query(
        "select %s from province.extract where asked_by = ? order by asked_at desc limit ?"
            .formatted(COLUMNS),
        EXTRACT,
        person,
        limit);
  }

  /**
   * Writes a page behind those that are there.
   *
   * @param from the extract as it was when the page was read
   * @return false when another process was quicker; nothing was written
   */
  public boolean write(Extract from, byte[] lines, int rows, String reached) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              int moved =
                  jdbc.update(
                      """
                      update province.extract set written = written + ?, bytes = bytes + ?, reached = ?
                      where id = ? and state = 'WAITING' and reached = ?
                      """,
                      rows,
                      lines.length,
                      reached,
                      from.id(),
                      from.reached());
              if (moved == 0) {
                return false;
              }
              jdbc.update(
                  """
                  insert into province.extract_page (extract_id, page, lines)
                  select ?, count(*), ? from province.extract_page where extract_id = ?
                  """,
                  from.id(),
                  lines,
                  from.id());
              return true;
            }));
  }

  /** All its rows are written. */
  public void done(UUID id) {
    end(id, "DONE", null);
  }

  /** It cannot be made; its pages are taken away. */
  public void fail(UUID id, String why) {
    transaction.executeWithoutResult(
        status -> {
          end(id, "FAILED", why);
          jdbc.update("delete from province.extract_page where extract_id = ?", id);
        });
  }

  private void end(UUID id, String state, String why) {
    jdbc.update(
        "update province.extract set state = ?, why = ?, ended_at = now() where id = ? and state ="
            + " 'WAITING'",
        state,
        why,
        id);
  }

  /** A page; empty behind the last one. */
  public Optional<byte[]> page(UUID id, int page) {
    return jdbc
        .queryForList(
            "select lines from province.extract_page where extract_id = ? and page = ?",
            byte[].class,
            id,
            page)
        .stream()
        .findFirst();
  }

  /** Tells the trail that somebody takes a file. */
  public void handedOut(Extract extract, String person) {
    tell(
        Milestone.EXTRACT_TAKEN,
        person,
        "%s %s: %d rows".formatted(extract.id(), extract.format(), extract.written()));
  }

  /** Takes the pages away of what was done so long ago; that it was there stays. */
  public void expire(Duration kept) {
    jdbc.update(
        """
        with expired as (
            update province.extract set state = 'EXPIRED'
            where state = 'DONE' and ended_at < now() - ? * interval '1 ms' returning id)
        delete from province.extract_page p using expired e where p.extract_id = e.id
        """,
        kept.toMillis());
  }

  private void tell(Milestone milestone, String person, String detail) {
    trail.append(new AuditEvent(milestone, null, null, null, null, person, detail));
  }
}
