package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When each partner was last heard of, by exchange. Looks at whole tables: for people, not for a
 * hot path. Thread-safe.
 */
@Component
public class Contacts {

  /**
   * The last message or delivery of one exchange.
   *
   * @param state what became of it so far
   */
  public record Contact(Instant at, String state) {}

  /** The last contacts, by partner and exchange. */
  public static final class Latest {

    private final Map<String, Contact> byExchange = new HashMap<>();

    public Optional<Contact> of(String partner, String exchange) {
      return Optional.ofNullable(byExchange.get(partner + "/" + exchange));
    }
  }

  private static final String RECEIVED =
      """
      select distinct on (sender, exchange) sender, exchange, received_at, state
      from message order by sender, exchange, seq desc
      """;

  private static final String DELIVERED =
      """
      select distinct on (receiver, exchange) receiver, exchange, updated_at, state
      from delivery where attempts > 0 order by receiver, exchange, updated_at desc
      """;

  private static final String ASKED =
      """
      select distinct on (partner, kind) partner, kind, asked_at, coalesce(outcome, 'ASKED')
      from query order by partner, kind, asked_at desc
      """;

  private static final String ANSWERED =
      """
      select distinct on (asked_of, exchange) asked_of, exchange, asked_at, coalesce(outcome, 'ASKED')
      from query where asked_of is not null order by asked_of, exchange, asked_at desc
      """;

  private final JdbcTemplate jdbc;

  Contacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What each partner sent last. */
  public Latest received() {
    return latest(RECEIVED);
  }

  /** What was tried to bring to each partner last, successful or not. */
  public Latest delivered() {
    return latest(DELIVERED);
  }

  /** What each partner asked last, by kind of query in place of an exchange. */
  public Latest asked() {
    return latest(ASKED);
  }

  /** What each partner was asked last. */
  public Latest answered() {
    return latest(ANSWERED);
  }

  /**
   * Whether a partner has sent something of an exchange.
   *
   * @param since by the gateway's clock
   * @param ago the same as a time from now: what came before it is not looked through
   */
  public boolean hasSent(ExchangeKey exchange, Instant since, Duration ago) {
    // Ids begin with the machine's time in milliseconds.
    long from = System.currentTimeMillis() - ago.toMillis();
    return jdbc.queryForObject(
        "select exists (select 1 from message where id >= ? and sender = ? and exchange = ? and"
            + " received_at >= ?)",
        Boolean.class,
        new UUID(from << 16, 0),
        exchange.partner(),
        exchange.exchange(),
        Timestamp.from(since));
  }

  /** When a gateway first ran on this store. */
  public Optional<Instant> firstStart() {
    return Optional.ofNullable(
            jdbc.queryForObject("select min(started_at) from node", Timestamp.class))
        .map(Timestamp::toInstant);
  }

  private Latest latest(String query) {
    Latest latest = new Latest();
    jdbc.query(
        query,
        row -> {
          latest.byExchange.put(
              row.getString(1) + "/" + row.getString(2),
              new Contact(row.getTimestamp(3).toInstant(), row.getString(4)));
        });
    return latest;
  }
}
