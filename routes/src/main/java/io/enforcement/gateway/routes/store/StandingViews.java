package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How much waits and since when, for who asks again and again: each question has an index and stops
 * at a number of rows, so that it costs the same on a bad day. Only reads. Thread-safe.
 */
@Component
public class StandingViews {

  /** Nothing is counted further. */
  public static final int MOST = 10_000;

  /**
   * What a receiver has not got yet.
   *
   * @param depth deliveries on their way or waiting, {@link #MOST} at most
   * @param oldest when the first that may still go by itself was received; null when there is none
   */
  public record Queue(String receiver, long depth, Instant oldest) {}

  /**
   * What waits for people at one stage.
   *
   * @param count {@link #MOST} of all stages at most
   * @param oldest since when the first has waited
   */
  public record Waiting(String stage, long count, Instant oldest) {}

  /** A number of what waits at one stage. */
  public record Count(String stage, long count) {}

  private static final String QUEUES =
      """
      select r.receiver,
             (select count(*) from (select 1 from delivery d where d.receiver = r.receiver and d.open limit %d) as waiting),
             (select m.received_at from delivery d join record x on x.id = d.record_id join message m on m.id = x.message_id
              where d.receiver = r.receiver and d.pending order by d.seq limit 1)
      from unnest(?) as r (receiver)
      """
          .formatted(MOST);

  private static final String WAITING =
      """
      select stage, count(*), min(parked_at)
      from (select stage, parked_at from parked where resolved_at is null order by parked_at limit %d) as waiting
      group by stage
      """
          .formatted(MOST);

  private static final String PARKED_SINCE =
      """
      select stage, count(*)
      from (select stage from parked where resolved_at is null and parked_at >= ? limit %d) as recent group by stage
      """
          .formatted(MOST);

  private static final String DUE =
      """
      select count(*)
      from (select conversation_id from deadline
            where state = 'OPEN' and due_at <= ? and closed_at is null and unknown_years = '{}'
            order by due_at limit %d) as d
        join conversation c on c.id = d.conversation_id
      where not c.restricted
      """
          .formatted(MOST);

  private final JdbcTemplate jdbc;

  StandingViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One row for each of these receivers, whether something waits for it or not. */
  public List<Queue> queues(Collection<String> receivers) {
    return jdbc.query(
        QUEUES,
        (row, n) -> new Queue(row.getString(1), row.getLong(2), instant(row.getTimestamp(3))),
        (Object) receivers.toArray(String[]::new));
  }

  /** What waits for people, by stage. */
  public List<Waiting> waiting() {
    return jdbc.query(
        WAITING,
        (row, n) -> new Waiting(row.getString(1), row.getLong(2), instant(row.getTimestamp(3))));
  }

  /** How much of what waits for people has come since then, by stage. */
  public List<Count> parkedSince(Instant since) {
    return jdbc.query(
        PARKED_SINCE,
        (row, n) -> new Count(row.getString(1), row.getLong(2)),
        Timestamp.from(since));
  }

  /** Open deadlines that end by then, or have passed; restricted ones are not counted. */
  public long dueBy(Instant by) {
    return jdbc.queryForObject(DUE, Long.class, Timestamp.from(by));
  }

  /** How often somebody asked to see values since then. */
  public long unmaskedSince(Instant since) {
    return jdbc.queryForObject(
        "select count(*) from (select 1 from unmasking where at >= ? limit %d) as recent"
            .formatted(MOST),
        Long.class,
        Timestamp.from(since));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
