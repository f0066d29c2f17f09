package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts over everything the store holds. Whole-table counts: for people and tests, not for a hot
 * path. Thread-safe.
 */
@Component
public class Totals {

  /**
   * Records of acts by what became of them.
   *
   * @param received accepted, subscribed to or not
   * @param duplicates repeated at the door, or held already in this or a later revision
   * @param refused at the door to an authenticated partner, or by findings
   */
  public record RecordTotals(long received, long duplicates, long refused) {}

  /**
   * Deliveries to one receiver by state; {@code subscribed} is their sum.
   *
   * @param open on their way, waiting for files, or behind one that waits for people
   */
  public record ReceiverTotals(
      long subscribed,
      long delivered,
      long refusedByReceiver,
      long parked,
      long inDoubt,
      long cancelled,
      long discarded,
      long open) {}

  /** Messages of one route by state. */
  public record RouteTotals(
      String partner,
      String exchange,
      long waiting,
      long translated,
      long refused,
      long parked,
      long discarded) {}

  /**
   * Conversations and what is owed in them; restricted ones are not counted.
   *
   * @param open conversations that are not over
   * @param dueSoon open deadlines that end soon
   * @param passed open deadlines whose end has passed
   */
  public record ConversationTotals(long open, long dueSoon, long passed) {}

  private final JdbcTemplate jdbc;

  Totals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public RecordTotals records() {
    return jdbc.queryForObject(
        """
        select count(*) filter (where state in ('ACCEPTED', 'UNROUTED')),
               count(*) filter (where state in ('DUPLICATE', 'SUPERSEDED'))
                   + (select count(*) from event where milestone = 'DUPLICATE')
                   + (select sum(duplicates) from event_month),
               count(*) filter (where state = 'REFUSED')
                   + (select count(*) from event where milestone in ('REFUSED_AT_DOOR', 'CONFLICT'))
                   + (select sum(refused) from event_month)
        from record where kind not in ('Receipt', 'RejectionList', 'DutyNotice', 'DeliveryReport')
        """,
        (row, n) -> new RecordTotals(row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  /**
   * Conversations and deadlines.
   *
   * @param soon until when a deadline ends soon
   */
  public ConversationTotals conversations(Instant now, Instant soon) {
    return jdbc.queryForObject(
        """
        select (select count(*) from conversation where not ended and not restricted),
               count(*) filter (where d.due_at > ?), count(*) filter (where d.due_at <= ?)
        from deadline d join conversation c on c.id = d.conversation_id
        where d.state = 'OPEN' and d.closed_at is null and d.due_at <= ? and d.unknown_years = '{}' and not c.restricted
        """,
        (row, n) -> new ConversationTotals(row.getLong(1), row.getLong(2), row.getLong(3)),
        Timestamp.from(now),
        Timestamp.from(now),
        Timestamp.from(soon));
  }

  public Map<String, ReceiverTotals> receivers() {
    Map<String, ReceiverTotals> totals = new TreeMap<>();
    jdbc.query(
        """
        select receiver, count(*), count(*) filter (where state = 'DELIVERED'),
               count(*) filter (where state = 'REFUSED_BY_RECEIVER'), count(*) filter (where state = 'PARKED'),
               count(*) filter (where state = 'IN_DOUBT'), count(*) filter (where state = 'CANCELLED'),
               count(*) filter (where state = 'DISCARDED'),
               count(*) filter (where state in ('READY', 'RETRY_AT', 'ATTEMPTING', 'AWAITING_FILES', 'CONFIRMING'))
        from delivery group by receiver
        """,
        row -> {
          totals.put(
              row.getString(1),
              new ReceiverTotals(
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8),
                  row.getLong(9)));
        });
    return totals;
  }

  public List<RouteTotals> routes() {
    return jdbc.query(
        """
        select sender, exchange, count(*) filter (where state = 'RECEIVED'),
               count(*) filter (where state = 'TRANSLATED'), count(*) filter (where state = 'REFUSED'),
               count(*) filter (where state in ('PARKED', 'QUARANTINED')),
               count(*) filter (where state = 'DISCARDED')
        from message group by sender, exchange order by sender, exchange
        """,
        (row, n) ->
            new RouteTotals(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7)));
  }

  /**
   * Whether nothing moves any more: what is left waits for people or for a partner's files, or
   * behind something that does.
   */
  public boolean atRest() {
    return jdbc.queryForObject(
        """
        select not exists (select 1 from message where state = 'RECEIVED')
           and not exists (select 1 from delivery d where d.open and d.state not in ('PARKED', 'IN_DOUBT', 'AWAITING_FILES', 'CONFIRMING')
               and not exists (select 1 from delivery e where e.receiver = d.receiver and e.lane = d.lane
                   and e.seq < d.seq and e.open and e.state in ('PARKED', 'IN_DOUBT', 'AWAITING_FILES', 'CONFIRMING')))
        """,
        Boolean.class);
  }
}
