package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people did, as the audit trail has it, page by page. Thread-safe. */
@Component
public class TrailViews {

  /** So many events of the gateway itself are passed over for one page, at most. */
  public static final int REACH = 200_000;

  /**
   * One event.
   *
   * @param id in the order of the trail
   * @param position in the signed log; null as long as it has none
   */
  public record Line(
      long id,
      Long position,
      Instant at,
      String milestone,
      UUID messageId,
      String partner,
      String actor,
      String detail) {}

  /**
   * A page of them.
   *
   * @param next what the next page stands before; null when there is none
   */
  public record Page(List<Line> lines, Long next) {}

  private static final String PEOPLE =
      """
      select e.id, l.position, e.at, e.milestone, e.message_id, e.partner, e.actor, e.detail
      from event e left join audit_leaf l on l.event_id = e.id
      where e.id < ? and e.id >= ? and e.actor not in ('gateway', 'start') and e.actor is distinct from e.partner
        and (?::text is null or e.actor = ?)
      order by e.id desc limit ?
      """;

  private final JdbcTemplate jdbc;

  TrailViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What people did, the latest first; a page may be empty and still have a next one.
   *
   * @param before only what stands before this event; null from the end
   * @param actor of this person only; null for all
   */
  public Page people(Long before, String actor, int limit) {
    long end =
        before == null
            ? jdbc.queryForObject("select coalesce(max(id), 0) + 1 from event", Long.class)
            : before;
    List<Line> lines =
        jdbc.query(
            PEOPLE,
            (row, n) ->
                new Line(
                    row.getLong(1),
                    row.getObject(2, Long.class),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    row.getObject(5, UUID.class),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8)),
            end,
            end - REACH,
            actor,
            actor,
            limit);
    if (lines.size() == limit) {
      return new Page(lines, lines.get(limit - 1).id());
    }
    return new Page(lines, end > REACH ? end - REACH : null);
  }
}
