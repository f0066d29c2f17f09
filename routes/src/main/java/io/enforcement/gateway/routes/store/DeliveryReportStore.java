package io.enforcement.gateway.routes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Of which messages their senders are to be told what became of them at the receivers. The database
 * notes by itself what changes, for the senders that ask. Thread-safe.
 */
@Component
public class DeliveryReportStore {

  /** So many notes are looked at together. */
  private static final int NOTES = 2000;

  private final JdbcTemplate jdbc;

  DeliveryReportStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message of which something has changed.
   *
   * @param key the sender's own: idempotency key, name of a file, key of a row
   * @param revision of what was told last; 0 when nothing was
   * @param notes what {@link #told} ends
   */
  public record Due(
      UUID message, String sender, String key, Instant receivedAt, int revision, Long[] notes) {}

  /**
   * How far one record is at one receiver.
   *
   * @param part its place in the message, from 1
   * @param since when it came to that state
   * @param acceptedAt when the receiver's business system said that it has accepted it; null when
   *     it did not
   * @param remark what the receiver said when it sent it back; may be personal; null when it did
   *     not
   */
  public record Reached(
      int part,
      String receiver,
      DeliveryState state,
      Instant since,
      Instant acceptedAt,
      String remark) {}

  /** Has what becomes of messages of these partners noted, and of no others. */
  public void setReaders(Set<String> partners) {
    List<String> held = jdbc.queryForList("select partner from report_reader", String.class);
    if (!partners.equals(Set.copyOf(held))) {
      String[] all = partners.toArray(String[]::new);
      jdbc.update("delete from report_reader where partner <> all (?)", (Object) all);
      jdbc.update(
          "insert into report_reader select unnest(?::text[]) on conflict do nothing",
          (Object) all);
    }
  }

  /** Whether some change was noted at least so long ago. */
  public boolean hasDue(Duration after) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from report_note where at < now() - ? * interval '1 ms')",
            Boolean.class,
            after.toMillis()));
  }

  /** The messages whose first change was noted at least so long ago, the oldest first. */
  public List<Due> due(Duration after, int limit) {
    return jdbc.query(
        """
        with noted as (
            select message_id, min(id) as first, array_agg(id) as ids
            from (select * from report_note order by id limit ?) n
            group by message_id having min(at) < now() - ? * interval '1 ms'
            order by min(id) limit ?)
        select n.message_id, m.sender, m.idempotency_key, m.received_at, coalesce(r.revision, 0), n.ids
        from noted n join message m on m.id = n.message_id
          left join delivery_report r on r.message_id = n.message_id
        order by n.first
        """,
        (row, n) ->
            new Due(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getInt(5),
                (Long[]) row.getArray(6).getArray()),
        NOTES,
        after.toMillis(),
        limit);
  }

  /** How far the records of a message are, at everybody but its sender. */
  public List<Reached> reached(UUID message) {
    return jdbc.query(
        """
        select distinct on (d.record_id, d.receiver) r.part, d.receiver, d.state, d.updated_at, d.accepted_at,
            case when d.state = 'REFUSED_BY_RECEIVER' then left(coalesce(d.rejection, (
                select f.reason from failed_attempt f where f.delivery_id = d.id order by f.number desc limit 1)), 1000) end
        from delivery d join record r on r.id = d.record_id join message m on m.id = r.message_id
        where r.message_id = ? and d.receiver <> m.sender
        order by d.record_id, d.receiver, d.repetition desc
        """,
        (row, n) ->
            new Reached(
                row.getInt(1),
                row.getString(2),
                DeliveryState.valueOf(row.getString(3)),
                instant(row, 4),
                instant(row, 5),
                row.getString(6)),
        message);
  }

  /** Ends the notes of a message whose sender was told. */
  public void told(Due due) {
    jdbc.update(
        """
        with ended as (delete from report_note where id = any (?))
        insert into delivery_report (message_id, revision) values (?, ?)
        on conflict (message_id) do update set revision = excluded.revision
        """,
        due.notes(),
        due.message(),
        due.revision() + 1);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
