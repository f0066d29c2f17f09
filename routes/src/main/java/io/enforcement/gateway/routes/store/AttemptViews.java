package io.enforcement.gateway.routes.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The evidence by which people decide about a delivery: what was sent when, and what came back.
 * Thread-safe.
 */
@Component
public class AttemptViews {

  /** So much of a reply is shown, in bytes. */
  private static final int SHOWN = 4_000;

  /**
   * One attempt that did not deliver.
   *
   * @param outcome what became of it, in the connector's word
   * @param reason in a few words
   * @param sent digest and number of the bytes that were to leave; null when nobody knows, because
   *     the process ended
   * @param reply what the receiver answered, as text, its beginning; empty when nothing came
   */
  public record FailedAttempt(
      int number,
      Instant startedAt,
      Instant endedAt,
      String outcome,
      String reason,
      String sent,
      String reply) {}

  private final JdbcTemplate jdbc;

  AttemptViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The attempts of a delivery that did not deliver, the first first. */
  public List<FailedAttempt> failed(UUID message, UUID delivery) {
    return jdbc.query(
        """
        select f.number, f.started_at, f.ended_at, f.outcome, f.reason, substring(f.reply for ?), (
            select substring(e.detail from 'sha256:[0-9a-f]{64} [0-9]+ bytes$') from event e
            where e.message_id = ? and e.delivery_id = f.delivery_id and e.id > (
                select a.id from event a where a.message_id = ? and a.delivery_id = f.delivery_id
                  and a.milestone = 'ATTEMPTING' and a.detail = 'attempt ' || f.number)
            order by e.id limit 1)
        from failed_attempt f where f.delivery_id = ? order by f.number
        """,
        (row, n) ->
            new FailedAttempt(
                row.getInt(1),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(7),
                row.getBytes(6) == null ? "" : new String(row.getBytes(6), StandardCharsets.UTF_8)),
        SHOWN,
        message,
        message,
        delivery);
  }
}
