package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How the routes to the receivers do: what came for them within a window, how long it took, what
 * waits. Costs as much as the window has messages. Thread-safe.
 */
@Component
public class RouteViews {

  /**
   * One route: an exchange in which a receiver gets records.
   *
   * @param arrived records for it that came within the window
   * @param delivered how many of these it has
   * @param failed how many of these it refused, or wait for people
   * @param lastDelivered when the last of these was delivered; null when none was
   * @param p50 seconds from receipt to delivery that half of them took at most; null when none was
   *     delivered
   * @param p95 the same for 95 of 100
   * @param p99 the same for 99 of 100
   */
  public record Flow(
      String receiver,
      String exchange,
      long arrived,
      long delivered,
      long failed,
      Instant lastDelivered,
      Double p50,
      Double p95,
      Double p99) {}

  /**
   * What has not left yet on a route.
   *
   * @param oldest since when the first of them has waited
   * @param people how many of them wait for people
   */
  public record Queue(String receiver, String exchange, long depth, Instant oldest, long people) {}

  private static final String FLOWS =
      """
      select d.receiver, d.exchange, count(*), count(*) filter (where d.state = 'DELIVERED'),
             count(*) filter (where d.state in ('REFUSED_BY_RECEIVER', 'PARKED', 'IN_DOUBT')),
             max(d.updated_at) filter (where d.state = 'DELIVERED'),
             percentile_cont(array[0.5, 0.95, 0.99]) within group (order by case when d.state = 'DELIVERED'
               then extract(epoch from d.updated_at - m.received_at) end)
      from message m join record r on r.message_id = m.id join delivery d on d.record_id = r.id
      where m.id >= ?
      group by d.receiver, d.exchange
      """;

  private static final String QUEUES =
      """
      select receiver, exchange, count(*), min(updated_at), count(*) filter (where state in ('PARKED', 'IN_DOUBT'))
      from delivery where open group by receiver, exchange
      """;

  private final JdbcTemplate jdbc;

  RouteViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Every route for which something came within the last time. */
  public List<Flow> flows(Duration window) {
    // Ids begin with the machine's time in milliseconds.
    long from = System.currentTimeMillis() - window.toMillis();
    return jdbc.query(
        FLOWS,
        (row, n) -> {
          Double[] times =
              row.getArray(7) == null ? new Double[3] : (Double[]) row.getArray(7).getArray();
          return new Flow(
              row.getString(1),
              row.getString(2),
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              instant(row.getTimestamp(6)),
              times[0],
              times[1],
              times[2]);
        },
        new UUID(from << 16, 0));
  }

  /** Every route on which something waits. */
  public List<Queue> queues() {
    return jdbc.query(
        QUEUES,
        (row, n) ->
            new Queue(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                instant(row.getTimestamp(4)),
                row.getLong(5)));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
