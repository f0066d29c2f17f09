package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What came and went last, to try a new translation on it. Thread-safe. */
@Component
public class PastTraffic {

  private static final RowMapper<Past> PAST =
      (row, n) ->
          new Past(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getTimestamp(3).toInstant(),
              row.getBytes(4));

  private final JdbcTemplate jdbc;

  PastTraffic(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One message as it came, or one record as it went to a receiver.
   *
   * @param key the sender's key; null for a record
   */
  public record Past(UUID id, String key, Instant at, byte[] body) {}

  /** The last messages of an exchange that a partner sent. */
  public List<Past> received(String sender, String exchange, int limit) {
    return jdbc.query(
        """
        select id, idempotency_key, received_at, body from message
        where sender = ? and exchange = ? and octet_length(body) > 0 order by seq desc limit ?
        """,
        PAST,
        sender,
        exchange,
        limit);
  }

  /** The last records that were to go to a receiver by an exchange, as they are in the standard. */
  public List<Past> delivered(String receiver, String exchange, int limit) {
    return jdbc.query(
        """
        select d.id, null, r.created_at, r.body from delivery d join record r on r.id = d.record_id
        where d.receiver = ? and d.exchange = ? and r.body is not null order by d.seq desc limit ?
        """,
        PAST,
        receiver,
        exchange,
        limit);
  }
}
