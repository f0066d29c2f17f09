package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.store.MessageViews.Head;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Finds messages, by keys that have an index only: nothing is looked through that nobody asked for.
 * Ids begin with the machine's time of receipt, so that a window of time is a range of the primary
 * key. Thread-safe.
 */
@Component
public class MessageSearch {

  /**
   * What to look for; null means any.
   *
   * @param from by the machine's time, inclusive
   * @param to by the machine's time, exclusive
   * @param state of the message
   * @param after the last message of the page before
   */
  public record Wanted(
      Instant from, Instant to, String partner, String exchange, MessageState state, UUID after) {}

  /** One message found, with what it holds and who waits because of it. */
  public record Found(Head head, int records, String kind, String naturalKey, long waiting) {}

  /** What an id that somebody typed is the id of. */
  public enum Kind {
    MESSAGE,
    DELIVERY,
    CONVERSATION,
    PARKED,
    REPLAY_JOB
  }

  /**
   * What was found under an id.
   *
   * @param id of the page to show: of a delivery that of its message
   */
  public record Hit(Kind kind, UUID id) {}

  private static final String FOUND =
      """
      select m.id, m.sender, m.exchange, m.state, m.digest, m.received_at, m.pruned_at, r.records, r.kind, r.act_key, p.waiting
      from (%s) m
        cross join lateral (select count(*) as records, min(kind) as kind, min(act_key) as act_key from record r
          where r.message_id = m.id and part > 0) r
        cross join lateral (select count(*) as waiting from parked p where p.message_id = m.id and p.resolved_at is null) p
      order by m.id desc
      """;

  private static final String PAGE =
      """
      select id, sender, exchange, state, digest, received_at, pruned_at from message
      where id >= ? and id < ? and (?::text is null or sender = ?) and (?::text is null or exchange = ?)
        and (?::text is null or state = ?)
      order by id desc limit ?
      """;

  private static final RowMapper<Found> ROW =
      (row, n) ->
          new Found(
              new Head(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getBytes(5),
                  row.getTimestamp(6).toInstant(),
                  instant(row.getTimestamp(7))),
              row.getInt(8),
              row.getString(9),
              row.getString(10),
              row.getLong(11));

  private final JdbcTemplate jdbc;

  MessageSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One page, the newest first. */
  public List<Found> page(Wanted wanted, int limit) {
    String state = wanted.state() == null ? null : wanted.state().name();
    UUID before = wanted.to() == null ? new UUID(-1, -1) : first(wanted.to());
    return jdbc.query(
        FOUND.formatted(PAGE),
        ROW,
        wanted.from() == null ? new UUID(0, 0) : first(wanted.from()),
        wanted.after() == null ? before : wanted.after(),
        wanted.partner(),
        wanted.partner(),
        wanted.exchange(),
        wanted.exchange(),
        state,
        state,
        limit);
  }

  /** One message as it stands in a list. */
  public Optional<Found> one(UUID id) {
    String one =
        "select id, sender, exchange, state, digest, received_at, pruned_at from message where id"
            + " = ?";
    return jdbc.query(FOUND.formatted(one), ROW, id).stream().findFirst();
  }

  /**
   * Messages under the name that their sender gave them: idempotency key, name of a file, key of a
   * row.
   *
   * @param exchanges all that there are: the key is one within its exchange
   */
  public List<UUID> byKey(String key, Collection<ExchangeKey> exchanges) {
    return jdbc.queryForList(
        """
        select m.id from unnest(?::text[], ?::text[]) as e (partner, exchange)
          join message m on m.sender = e.partner and m.exchange = e.exchange and m.idempotency_key = ?
        order by m.id desc
        """,
        UUID.class,
        ExchangeKey.partners(exchanges),
        ExchangeKey.names(exchanges),
        key);
  }

  /** Messages that hold this act: body, kind and number, as pages show it. */
  public List<UUID> byAct(String actKey, int limit) {
    return jdbc.queryForList(
        "select distinct message_id from record where act_key = ? and state in ('ACCEPTED',"
            + " 'UNROUTED') order by message_id desc limit ?",
        UUID.class,
        actKey,
        limit);
  }

  /**
   * Messages whose conversations are known under this number: of a case, of a document.
   *
   * @param number normalised
   * @param kinds all kinds of conversations: the number is one within its kind
   */
  public List<UUID> byNumber(String number, Collection<String> kinds, int limit) {
    return jdbc.queryForList(
        """
        select distinct r.message_id
        from conversation_key k join conversation_document d on d.conversation_id = k.conversation_id
          join record r on r.id = d.record_id
        where k.kind = any (?) and k.number = ? order by 1 desc limit ?
        """,
        UUID.class,
        kinds.toArray(String[]::new),
        number,
        limit);
  }

  /** What this is the id of. */
  public Optional<Hit> byId(UUID id) {
    return jdbc
        .query(
            """
            select 'MESSAGE', id from message where id = ?
            union all select 'DELIVERY', r.message_id from delivery d join record r on r.id = d.record_id where d.id = ?
            union all select 'CONVERSATION', id from conversation where id = ?
            union all select 'PARKED', id from parked where id = ? and resolved_at is null
            union all select 'REPLAY_JOB', id from replay_job where id = ?
            """,
            (row, n) -> new Hit(Kind.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
            id,
            id,
            id,
            id,
            id)
        .stream()
        .findFirst();
  }

  /** The least id that a message of this moment can have. */
  private static UUID first(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
