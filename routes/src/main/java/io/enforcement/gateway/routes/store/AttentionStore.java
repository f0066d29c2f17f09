package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Records whose conversations are to be looked at (again): the database itself notes them with the
 * record or the delivery. Joins the caller's transaction. Thread-safe.
 */
@Component
public class AttentionStore {

  /** So often a record may fail to be followed; then people must look. */
  private static final int FAILURES = 3;

  /**
   * A record is noted when it comes and when each of its receivers has it. Where much waits, others
   * have come in between: so many notes of others are looked through for those of a record.
   */
  private static final int NOTES_OF_A_RECORD = 32;

  /** After so long the receivers of most records have them, and one look is enough. */
  private static final String SETTLED = "at <= now() - interval '1 second'";

  private final JdbcTemplate jdbc;

  AttentionStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A record that was noted, with what conversations need of it.
   *
   * @param notes of which it is the record: one when it came, one for each delivery
   */
  public record Noted(
      List<Long> notes,
      UUID recordId,
      String kind,
      String identity,
      int revision,
      Instant arrivedAt,
      RecordBody body) {}

  /** Whether some record waits to be looked at, and its receivers had time to take it. */
  public boolean hasNoted() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from attention where failures < ? and %s)".formatted(SETTLED),
            Boolean.class,
            FAILURES));
  }

  /**
   * The records that were noted first, each with those of its notes that follow closely; what has
   * failed waits behind all others.
   */
  public List<Noted> noted(int limit) {
    int notes = limit * NOTES_OF_A_RECORD;
    return jdbc.query(
        """
        select n.notes, r.id, r.kind, concat_ws(' ', r.act_key, nullif(r.party_key, '')), r.revision, m.received_at, r.body,
            r.findings::text
        from (
            select record_id, array_agg(seq) as notes, min(failures) as failed, min(seq) as first
            from ((select * from attention where failures = 0 and %s order by seq limit ?)
                union all
                (select * from attention where failures > 0 and failures < ? order by failures, seq limit ?)) as next
            group by record_id order by failed, first limit ?) n
          join record r on r.id = n.record_id
          join message m on m.id = r.message_id
        order by n.failed, n.first
        """
            .formatted(SETTLED),
        (row, n) ->
            new Noted(
                List.of((Long[]) row.getArray(1).getArray()),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getTimestamp(6).toInstant(),
                new RecordBody(row.getBytes(7), FindingJson.rules(row.getString(8)))),
        notes,
        FAILURES,
        notes,
        limit);
  }

  /** Ends the work on these. */
  public void forget(Collection<Noted> done) {
    jdbc.update(
        "delete from attention where seq = any (?)",
        (Object) done.stream().flatMap(noted -> noted.notes().stream()).toArray(Long[]::new));
  }

  /** Counts a failure of the record that was noted first; it waits behind all others now. */
  public Optional<UUID> fail() {
    return jdbc
        .queryForList(
            """
            update attention set failures = failures + 1
            where seq = (select seq from attention where failures < ? order by failures, seq limit 1)
            returning record_id
            """,
            UUID.class,
            FAILURES)
        .stream()
        .findFirst();
  }

  /**
   * Has records looked at again that other kinds of conversations know under these numbers, unless
   * a conversation of this kind has them or could not take them. What is noted already is noted
   * again: that note may be of the batch that ends now.
   *
   * @param others the other kinds
   * @param types of records
   */
  public void invite(
      String kind,
      Collection<String> others,
      Collection<String> types,
      Collection<String> numbers) {
    jdbc.update(
        """
        insert into attention (record_id)
        select distinct d.record_id
        from conversation_key k join conversation_document d on d.conversation_id = k.conversation_id
        where k.kind = any (?) and k.number = any (?) and d.type = any (?)
          and not exists (select 1 from conversation_document o join conversation c on c.id = o.conversation_id
                where o.record_id = d.record_id and c.kind = ?)
          and not exists (select 1 from unclear_record u where u.record_id = d.record_id and u.kind = ? and u.asks = 'FULL')
        """,
        others.toArray(String[]::new),
        numbers.toArray(String[]::new),
        types.toArray(String[]::new),
        kind,
        kind);
  }
}
