package io.enforcement.gateway.routes.region.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Versions that were sent to the level above, and the days that they are stated on. Joins the
 * caller's transaction. Thread-safe; one process at a time writes.
 */
public class RegionStore {

  private final JdbcTemplate jdbc;
  private final String superior;

  /**
   * @param superior the partner that is the level above
   */
  RegionStore(JdbcTemplate jdbc, String superior) {
    this.jdbc = jdbc;
    this.superior = superior;
  }

  /**
   * A delivery that is to be counted.
   *
   * @param body the record as it is kept; null once it was pruned
   * @param recordedAt when the record was taken over
   */
  public record Noted(
      long seq,
      UUID delivery,
      UUID message,
      String exchange,
      String kind,
      byte[] body,
      Instant recordedAt) {}

  /**
   * A version that was sent, or is to be.
   *
   * @param partyKey empty where a number belongs to one act
   * @param digest of its content, 64 hex digits
   * @param fines what a decision imposes and confiscates, in yuan; null of other kinds
   */
  public record Sent(
      UUID delivery,
      String kind,
      LocalDate day,
      String actKey,
      String partyKey,
      int revision,
      String digest,
      BigDecimal fines) {}

  /**
   * A version of a day, and how far it has come.
   *
   * @param settled the level above has said what became of it
   * @param refused it said no
   */
  public record OnDay(Sent sent, boolean settled, boolean refused) {}

  /** A day of a kind, with the latest revision of its statement that was seen. */
  public record Day(String kind, LocalDate day, int revision) {}

  /** A statement that came back. */
  public record Answered(long seq, String sender, byte[] body) {}

  /** The deliveries that were noted first. */
  public List<Noted> noted(int limit) {
    return jdbc.query(
        """
        select n.seq, d.id, d.message_id, d.exchange, r.kind, r.body, r.created_at
        from (select seq, delivery_id from region.noted order by seq limit ?) n
          join delivery d on d.id = n.delivery_id join record r on r.id = d.record_id
        order by n.seq
        """,
        (row, n) ->
            new Noted(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getTimestamp(7).toInstant()),
        limit);
  }

  /** Counts versions, on days that have to be stated anew with them, and ends the notes. */
  public void count(Collection<Sent> sent, Collection<Noted> of) {
    if (!sent.isEmpty()) {
      jdbc.update(
          """
          with added as (
              insert into region.sent (delivery_id, kind, day, act_key, party_key, revision, content_digest, fines)
              select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::int[], ?::text[], ?::numeric[])
              on conflict do nothing
              returning kind, day)
          insert into region.day (kind, day) select distinct kind, day from added
          on conflict (kind, day) do update set changed_at = clock_timestamp()
          """,
          array(sent, Sent::delivery, UUID[]::new),
          array(sent, Sent::kind, String[]::new),
          array(sent, s -> s.day().toString(), String[]::new),
          array(sent, Sent::actKey, String[]::new),
          array(sent, Sent::partyKey, String[]::new),
          array(sent, Sent::revision, Integer[]::new),
          array(sent, Sent::digest, String[]::new),
          array(sent, Sent::fines, BigDecimal[]::new));
    }
    jdbc.update(
        "delete from region.noted where seq = any (?)",
        (Object) array(of, Noted::seq, Long[]::new));
  }

  private static <T, V> V[] array(
      Collection<T> values, Function<T, V> value, IntFunction<V[]> array) {
    return values.stream().map(value).toArray(array);
  }

  /**
   * Days to which something was added since they were stated, the oldest first.
   *
   * @param before only days before this one
   * @param quiet nothing was added to them for so long
   */
  public List<Day> toState(LocalDate before, Duration quiet, int limit) {
    return jdbc.query(
        """
        select kind, day, revision from region.day
        where (stated_at is null or changed_at > stated_at) and day < ?
          and changed_at <= now() - ? * interval '1 ms'
        order by day, kind limit ?
        """,
        (row, n) -> new Day(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3)),
        before,
        quiet.toMillis(),
        limit);
  }

  /** A day that something was sent on. */
  public Optional<Day> day(String kind, LocalDate day) {
    return jdbc
        .query(
            "select revision from region.day where kind = ? and day = ?",
            (row, n) -> new Day(kind, day, row.getInt(1)),
            kind,
            day)
        .stream()
        .findFirst();
  }

  /** Notes that a day is stated as it is now, from its ranges on. */
  public void stated(Day day, int revision) {
    jdbc.update(
        """
        update region.day set stated_at = clock_timestamp(), revision = ?, agreed_at = null where kind = ? and day = ?
        """,
        revision,
        day.kind(),
        day.day());
  }

  /** Notes how far statement and answer have come. */
  public void answered(Day day, int revision) {
    jdbc.update(
        "update region.day set revision = ? where kind = ? and day = ?",
        revision,
        day.kind(),
        day.day());
  }

  /**
   * Notes that the level above has nothing more to compare.
   *
   * @param askedFor how many versions it lacks
   */
  public void ended(Day day, int revision, int askedFor) {
    jdbc.update(
        """
        update region.day set revision = ?, asked_for = asked_for + ?, agreed_at = case when ? = 0 then clock_timestamp() end
        where kind = ? and day = ?
        """,
        revision,
        askedFor,
        askedFor,
        day.kind(),
        day.day());
  }

  /** The day has to be stated anew, though nothing was added to it. */
  public void stateAnew(Day day) {
    jdbc.update(
        "update region.day set stated_at = null where kind = ? and day = ?", day.kind(), day.day());
  }

  /** All that was sent of a kind on a day, or is to be; not what was given up or needs not go. */
  public List<OnDay> sent(Day day) {
    return jdbc.query(
        """
        select s.delivery_id, s.act_key, s.party_key, s.revision, s.content_digest, s.fines, d.state
        from region.sent s join delivery d on d.id = s.delivery_id
        where s.kind = ? and s.day = ? and d.receiver = ? and d.state not in ('CANCELLED', 'DISCARDED')
        order by d.seq
        """,
        (row, n) -> {
          String state = row.getString(7);
          boolean refused = state.equals("REFUSED_BY_RECEIVER");
          return new OnDay(
              new Sent(
                  row.getObject(1, UUID.class),
                  day.kind(),
                  day.day(),
                  row.getString(2),
                  row.getString(3),
                  row.getInt(4),
                  row.getString(5),
                  row.getBigDecimal(6)),
              refused || state.equals("DELIVERED"),
              refused);
        },
        day.kind(),
        day.day(),
        superior);
  }

  /** The answer that came first and was not looked at yet. */
  public Optional<Answered> nextAnswer() {
    return jdbc
        .query(
            """
            select a.seq, m.sender, r.body from region.answered a
            join record r on r.id = a.record_id join message m on m.id = r.message_id
            order by a.seq limit 1
            """,
            (row, n) -> new Answered(row.getLong(1), row.getString(2), row.getBytes(3)))
        .stream()
        .findFirst();
  }

  /** Ends the work on an answer. */
  public void forget(Answered answer) {
    jdbc.update("delete from region.answered where seq = ?", answer.seq());
  }

  /** Whether there is anything to do. */
  public boolean hasWork(LocalDate before, Duration quiet) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from region.noted) or exists (select 1 from region.answered)
                or exists (select 1 from region.day
                    where (stated_at is null or changed_at > stated_at) and day < ?
                      and changed_at <= now() - ? * interval '1 ms')
            """,
            Boolean.class,
            before,
            quiet.toMillis()));
  }
}
