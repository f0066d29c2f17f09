package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What waits for people, by how it failed. Thread-safe. */
@Component
public class FailureGroupStore {

  /**
   * Entries that failed in the same way.
   *
   * @param fingerprint of stage, partner, exchange, cause, rule and path; never of a value
   * @param state of its messages or deliveries; IN_DOUBT as soon as one is
   * @param cause of the latest entry
   * @param rule of the first finding; empty when there is none
   * @param path of the first finding, as in the latest entry
   * @param lastHour entries of the last hour
   * @param hourBefore entries of the hour before it: is it getting worse?
   * @param nextDue the end of the earliest open deadline of their conversations; null when none. A
   *     conversation knows the latest revision of an act alone, so it is looked for by all of them
   * @param partners who sent them, and whom they were to reach
   */
  public record FailureGroup(
      String fingerprint,
      String stage,
      String partner,
      String exchange,
      String state,
      String cause,
      String rule,
      String path,
      long count,
      Instant first,
      Instant last,
      long lastHour,
      long hourBefore,
      Instant nextDue,
      List<String> partners) {}

  private static final String GROUPS =
      """
      with waiting as (
          select p.fingerprint, p.stage, p.partner, p.exchange, p.cause, p.findings -> 0 as finding, p.parked_at, p.message_id,
                 d.record_id, m.sender, coalesce(d.state, m.state) as state
          from parked p join message m on m.id = p.message_id left join delivery d on d.id = p.delivery_id
          where p.resolved_at is null and not %s),
      due as (
          select w.fingerprint, min(l.due_at) as at
          from waiting w
            join record r on r.message_id = w.message_id and (w.record_id is null or r.id = w.record_id)
            join record s on s.act_key = r.act_key and s.state in ('ACCEPTED', 'UNROUTED')
            join conversation_document c on c.record_id = s.id
            join deadline l on l.conversation_id = c.conversation_id and l.state = 'OPEN' and l.closed_at is null
          group by w.fingerprint)
      select w.fingerprint, min(stage), min(partner), min(exchange), min(state),
             (array_agg(cause order by parked_at desc))[1],
             coalesce((array_agg(finding ->> 'rule' order by parked_at desc))[1], ''),
             coalesce((array_agg(finding ->> 'path' order by parked_at desc))[1], ''),
             count(*), min(parked_at), max(parked_at),
             count(*) filter (where parked_at > now() - interval '1 hour'),
             count(*) filter (where parked_at <= now() - interval '1 hour' and parked_at > now() - interval '2 hours'),
             min(due.at), array(select distinct unnest(array_agg(sender) || array_agg(partner)) order by 1)
      from waiting w left join due on due.fingerprint = w.fingerprint
      group by w.fingerprint order by min(due.at) nulls last, count(*) desc
      """
          .formatted(ParkedStore.OF_THESE);

  private static final RowMapper<FailureGroup> GROUP =
      (row, n) ->
          new FailureGroup(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getLong(9),
              row.getTimestamp(10).toInstant(),
              row.getTimestamp(11).toInstant(),
              row.getLong(12),
              row.getLong(13),
              instant(row.getTimestamp(14)),
              List.of((String[]) row.getArray(15).getArray()));

  private final JdbcTemplate jdbc;

  FailureGroupStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All groups but for those of these exchanges: where a legal deadline is nearest comes first. */
  public List<FailureGroup> groups(Collection<ExchangeKey> hidden) {
    return jdbc.query(GROUPS, GROUP, ExchangeKey.partners(hidden), ExchangeKey.names(hidden));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
