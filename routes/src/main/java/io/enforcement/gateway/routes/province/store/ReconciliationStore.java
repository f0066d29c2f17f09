package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Statements that have come, the days that they are about, and what differs. Joins the caller's
 * transaction where there is one. Thread-safe.
 */
public class ReconciliationStore {

  /** Days in China, of sending: by the source's own time, or else by arrival. */
  private static final String SENT = "coalesce(cd_time, arrived_at)";

  private static final String FINES =
      "(select coalesce(sum((p ->> 'amount')::numeric), 0) from jsonb_array_elements(penalties) p)";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  public ReconciliationStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** A statement that has come. */
  public record Stated(long seq, UUID messageId, String source, byte[] body) {}

  /** What the provincial database holds under a key. */
  public record Kept(String actKey, String partyKey, int revision, String digest) {}

  /**
   * A version that was sent on a day.
   *
   * @param fines what a decision imposes and confiscates, in yuan; null of other kinds
   */
  public record KeptOnDay(Kept version, boolean late, BigDecimal fines) {}

  /**
   * One day of a source and a kind.
   *
   * @param stated how many it stated; null without a statement
   * @param toOpen prefixes of ranges that differ and are still to be opened
   * @param asked how often the source was asked for what is missing
   * @param senderCode as the statement names its two sides
   */
  public record Day(
      UUID id,
      String source,
      String kind,
      LocalDate day,
      String state,
      int revision,
      Integer stated,
      BigDecimal statedFines,
      int held,
      BigDecimal heldFines,
      int late,
      int rounds,
      List<String> toOpen,
      int asked,
      Instant closedAt,
      String signedBy,
      String explanation,
      String senderCode,
      String receiverCode) {}

  /** A named difference; its content is null where only the source can say it. */
  public record Differing(
      long id, String sort, Kept version, String state, Instant foundAt, Instant endedAt) {}

  private static final String DAY_COLUMNS =
      """
      id, source, kind, day, state, revision, stated, stated_fines, held, held_fines, late, rounds, to_open, asked,
      closed_at, signed_by, explanation, sender_code, receiver_code\
      """;

  private static final RowMapper<Day> DAY =
      (row, n) ->
          new Day(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              row.getObject(4, LocalDate.class),
              row.getString(5),
              row.getInt(6),
              row.getObject(7, Integer.class),
              row.getBigDecimal(8),
              row.getInt(9),
              row.getBigDecimal(10),
              row.getInt(11),
              row.getInt(12),
              List.of((String[]) row.getArray(13).getArray()),
              row.getInt(14),
              instant(row, 15),
              row.getString(16),
              row.getString(17),
              row.getString(18),
              row.getString(19));

  private static final RowMapper<Differing> DIFFERING =
      (row, n) ->
          new Differing(
              row.getLong(1),
              row.getString(2),
              new Kept(row.getString(3), row.getString(4), row.getInt(5), row.getString(6)),
              row.getString(7),
              instant(row, 8),
              instant(row, 9));

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** The statement that came first and was not looked at yet. */
  public Optional<Stated> next() {
    return jdbc
        .query(
            """
            select s.seq, m.id, m.sender, r.body from province.stated s
            join record r on r.id = s.record_id join message m on m.id = r.message_id
            order by s.seq limit 1
            """,
            (row, n) ->
                new Stated(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getBytes(4)))
        .stream()
        .findFirst();
  }

  /** Ends the work on a statement. */
  public void forget(Stated statement) {
    jdbc.update("delete from province.stated where seq = ?", statement.seq());
  }

  /**
   * All versions that a source sent within these moments.
   *
   * @param due what arrived then or later is late
   */
  public List<KeptOnDay> keptOnDay(
      ProvinceTable table, String source, Instant from, Instant to, Instant due) {
    return jdbc.query(
        """
        select act_key, party_key, revision, encode(content_digest, 'hex'), arrived_at >= ?, %s
        from %s where source = ? and %s >= ? and %3$s < ?
        """
            .formatted(
                table.record().name().equals("PenaltyDecision") ? FINES : "null",
                table.qualified(),
                SENT),
        (row, n) ->
            new KeptOnDay(
                new Kept(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)),
                row.getBoolean(5),
                row.getBigDecimal(6)),
        Timestamp.from(due),
        source,
        Timestamp.from(from),
        Timestamp.from(to));
  }

  /** Those of these versions that are held, whoever sent them and whenever. */
  public List<Kept> kept(ProvinceTable table, Collection<Kept> versions) {
    return jdbc.query(
        """
        select v.act_key, v.party_key, v.revision, v.digest
        from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as v (act_key, party_key, revision, digest)
        where exists (select 1 from %s t where t.act_key = v.act_key and t.party_key = v.party_key
            and t.revision = v.revision and t.content_digest = decode(v.digest, 'hex'))
        """
            .formatted(table.qualified()),
        (row, n) -> new Kept(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)),
        array(versions, Kept::actKey, String[]::new),
        array(versions, Kept::partyKey, String[]::new),
        array(versions, Kept::revision, Integer[]::new),
        array(versions, Kept::digest, String[]::new));
  }

  private static <T> T[] array(
      Collection<Kept> versions, Function<Kept, T> value, IntFunction<T[]> array) {
    return versions.stream().map(value).toArray(array);
  }

  /** The day of a source and a kind, opened if this is the first that is heard of it. */
  public Day day(String source, String kind, LocalDate day) {
    jdbc.update(
        """
        insert into province.reconciliation (id, source, kind, day, state, held)
        values (gen_random_uuid(), ?, ?, ?, 'COMPARING', 0) on conflict do nothing
        """,
        source,
        kind,
        day);
    return jdbc.queryForObject(
        "select %s from province.reconciliation where source = ? and kind = ? and day = ?"
            .formatted(DAY_COLUMNS),
        DAY,
        source,
        kind,
        day);
  }

  /** Keeps how far a day has come. */
  public void keep(Day day) {
    jdbc.update(
        """
        update province.reconciliation set state = ?, revision = ?, stated = ?, stated_fines = ?, held = ?,
            held_fines = ?, late = ?, rounds = ?, to_open = ?, asked = ?,
            asked_at = case when asked = ? then asked_at else now() end,
            closed_at = case when ? = 'CLOSED' then now() end, signed_by = null, explanation = null,
            sender_code = ?, receiver_code = ?
        where id = ?
        """,
        day.state(),
        day.revision(),
        day.stated(),
        day.statedFines(),
        day.held(),
        day.heldFines(),
        day.late(),
        day.rounds(),
        day.toOpen().toArray(String[]::new),
        day.asked(),
        day.asked(),
        day.state(),
        day.senderCode(),
        day.receiverCode(),
        day.id());
  }

  /** Adds differences of one sort; one that had ended is open again. */
  public void differ(UUID day, String sort, String state, Collection<Kept> versions) {
    jdbc.update(
        """
        insert into province.difference (reconciliation_id, sort, state, ended_at, act_key, party_key, revision, content_digest)
        select ?, ?, ?, case when ? = 'OPEN' then null else now() end, v.*
        from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as v
        on conflict on constraint difference_once do update set state = excluded.state, ended_at = excluded.ended_at
        """,
        day,
        sort,
        state,
        state,
        array(versions, Kept::actKey, String[]::new),
        array(versions, Kept::partyKey, String[]::new),
        array(versions, Kept::revision, Integer[]::new),
        array(versions, Kept::digest, String[]::new));
  }

  /** Days before this one that are not even yet; counted to ten thousand. */
  public long openBefore(LocalDate day) {
    return jdbc.queryForObject(
        """
        select count(*) from (select 1 from province.reconciliation
            where state in ('COMPARING', 'DIFFERENT') and day < ? limit 10000) as open
        """,
        Long.class,
        day);
  }

  /** Ends all that is open of a day: the source states it anew. */
  public void begin(UUID day) {
    jdbc.update(
        """
        update province.difference set state = 'HEALED', ended_at = now()
        where reconciliation_id = ? and state = 'OPEN'
        """,
        day);
  }

  /** What is open of a day, in the order in which it was found. */
  public List<Differing> open(UUID day, int limit) {
    return jdbc.query(
        """
        select id, sort, act_key, party_key, revision, content_digest, state, found_at, ended_at
        from province.difference where reconciliation_id = ? and state = 'OPEN' order by id limit ?
        """,
        DIFFERING,
        day,
        limit);
  }

  /** All differences of a day after this one. */
  public List<Differing> differences(UUID day, long after, int limit) {
    return jdbc.query(
        """
        select id, sort, act_key, party_key, revision, content_digest, state, found_at, ended_at
        from province.difference where reconciliation_id = ? and id > ? order by id limit ?
        """,
        DIFFERING,
        day,
        after,
        limit);
  }

  /** Days of which something stated is missing, the oldest first. */
  public List<Day> lacking(int limit) {
    return jdbc.query(
        """
        select %s from province.reconciliation r
        where state = 'DIFFERENT'
          and exists (select 1 from province.difference d where d.reconciliation_id = r.id and d.state = 'OPEN'
              and d.sort in ('MISSING_HERE', 'CONTENT_DIFFERS'))
        order by day, id limit ?
        """
            .formatted(DAY_COLUMNS),
        DAY,
        limit);
  }

  /** Days whose source is to be asked again: so often it was asked, and not since then. */
  public List<Day> toAskAgain(int mostAsked, Instant before, int limit) {
    return jdbc.query(
        """
        select %s from province.reconciliation r
        where state = 'DIFFERENT' and asked between 1 and ? and asked_at < ?
          and exists (select 1 from province.difference d where d.reconciliation_id = r.id and d.state = 'OPEN'
              and d.sort in ('MISSING_HERE', 'CONTENT_DIFFERS'))
        order by day, id limit ?
        """
            .formatted(DAY_COLUMNS),
        DAY,
        mostAsked,
        Timestamp.from(before),
        limit);
  }

  /** Ends the differences of a day that have come meanwhile, and the day with the last of them. */
  public boolean heal(Day day, ProvinceTable table) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              jdbc.update(
                  """
                  update province.difference d set state = 'HEALED', ended_at = now()
                  where reconciliation_id = ? and state = 'OPEN' and sort in ('MISSING_HERE', 'CONTENT_DIFFERS')
                    and exists (select 1 from %s t where t.act_key = d.act_key and t.party_key = d.party_key
                        and t.revision = d.revision and t.content_digest = decode(d.content_digest, 'hex'))
                  """
                      .formatted(table.qualified()),
                  day.id());
              int closed =
                  jdbc.update(
                      """
                      update province.reconciliation r set state = 'CLOSED', closed_at = now()
                      where id = ? and state = 'DIFFERENT'
                        and not exists (select 1 from province.difference d where d.reconciliation_id = r.id and d.state = 'OPEN')
                      """,
                      day.id());
              if (closed > 0) {
                closed(day);
              }
              return closed > 0;
            }));
  }

  /** Tells the trail that a day is closed. */
  public void closed(Day day) {
    told(Milestone.DAY_RECONCILED, day, AuditEvent.GATEWAY);
  }

  /**
   * Names the sources of which something was sent until this day and nothing was stated.
   *
   * @return how many there were
   */
  public int nameSilent(LocalDate until) {
    return jdbc.update(
        """
        with silent as (
            insert into province.reconciliation (id, source, kind, day, state, held)
            select gen_random_uuid(), a.source, a.kind, a.day, 'DIFFERENT', a.versions
            from province.day_account a
            where a.day <= ? and not exists (select 1 from province.reconciliation r
                where r.source = a.source and r.kind = a.kind and r.day = a.day)
            on conflict do nothing
            returning id)
        insert into province.difference (reconciliation_id, sort, act_key, party_key, revision, content_digest)
        select id, 'NO_STATEMENT', '', '', 0, '' from silent
        """,
        until);
  }

  /** Days, the latest first; what is null or empty is not asked for. */
  public List<Day> days(String source, LocalDate day, String state, int limit) {
    return jdbc.query(
        """
        select %s from province.reconciliation
        where (?::text is null or source = ?) and (?::date is null or day = ?) and (?::text is null or state = ?)
        order by day desc, source, kind limit ?
        """
            .formatted(DAY_COLUMNS),
        DAY,
        source,
        source,
        day,
        day,
        state,
        state,
        limit);
  }

  /** One day. */
  public Optional<Day> day(UUID id) {
    return jdbc
        .query(
            "select %s from province.reconciliation where id = ?".formatted(DAY_COLUMNS), DAY, id)
        .stream()
        .findFirst();
  }

  /**
   * A person explains what is open of a day and ends it.
   *
   * @param explanation never a person's data
   * @return false when nothing is open
   */
  public boolean signOff(UUID id, String explanation, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              int signed =
                  jdbc.update(
                      """
                      update province.reconciliation
                      set state = 'SIGNED_OFF', closed_at = now(), signed_by = ?, explanation = ?
                      where id = ? and state in ('COMPARING', 'DIFFERENT')
                      """,
                      person,
                      explanation,
                      id);
              if (signed == 0) {
                return false;
              }
              jdbc.update(
                  """
                  update province.difference set state = 'EXPLAINED', ended_at = now()
                  where reconciliation_id = ? and state = 'OPEN'
                  """,
                  id);
              told(Milestone.DAY_SIGNED_OFF, day(id).orElseThrow(), person);
              return true;
            }));
  }

  private void told(Milestone milestone, Day day, String actor) {
    trail.append(
        new AuditEvent(
            milestone, null, null, null, day.source(), actor, day.kind() + " " + day.day()));
  }
}
