package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.standards.validation.Finding;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What API and pages show of messages: states, findings, deliveries, milestones; never a body.
 * Thread-safe.
 */
@Component
public class MessageViews {

  /**
   * A message without its parts.
   *
   * @param prunedAt when its body was taken away; null while it is here
   */
  public record Head(
      UUID id,
      String partner,
      String exchange,
      String state,
      byte[] digest,
      Instant receivedAt,
      Instant prunedAt) {}

  /**
   * One part of a message.
   *
   * @param naturalKey body, kind and number of the act; nothing personal; null when refused or
   *     repeated
   */
  public record RecordView(
      UUID id,
      int part,
      String state,
      String kind,
      String naturalKey,
      Integer revision,
      List<Finding> findings) {}

  /**
   * One delivery of one part.
   *
   * @param rejection what the receiver said in its verdict; for the sender and people with rights,
   *     it may be personal
   */
  public record DeliveryView(
      UUID id,
      UUID recordId,
      String receiver,
      String exchange,
      String state,
      int attempts,
      Instant nextAttemptAt,
      String rejection,
      Instant acceptedAt) {}

  /**
   * One milestone of a message.
   *
   * @param position in the audit trail; null as long as it has none
   */
  public record MilestoneView(
      Long position,
      String milestone,
      Instant at,
      Integer part,
      UUID deliveryId,
      String partner,
      String actor,
      String detail) {}

  /**
   * A message as its sender knows it.
   *
   * @param key the sender's own: idempotency key, name of a file, key of a row
   */
  public record Sent(
      UUID id, String key, String state, byte[] digest, Instant receivedAt, Instant prunedAt) {

    /** The same, as everybody knows it. */
    public Head head(ExchangeKey exchange) {
      return new Head(
          id, exchange.partner(), exchange.exchange(), state, digest, receivedAt, prunedAt);
    }
  }

  private final JdbcTemplate jdbc;

  MessageViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One message by its id. */
  public Optional<Head> find(UUID id) {
    return heads("where id = ?", id).stream().findFirst();
  }

  /** The latest messages, newest first, but for those of these exchanges. */
  public List<Head> latest(int limit, Collection<ExchangeKey> hidden) {
    return heads(
        """
        m where not exists (
          select 1 from unnest(?::text[], ?::text[]) as these (partner, exchange)
          where these.partner = m.sender and these.exchange = m.exchange)
        order by id desc limit ?
        """,
        ExchangeKey.partners(hidden),
        ExchangeKey.names(hidden),
        limit);
  }

  /**
   * The latest messages of one exchange, newest first. In the order of their ids, which begin with
   * the time: that order has an index already, and intake pays for each.
   */
  public List<Sent> latest(ExchangeKey exchange, int limit) {
    return jdbc.query(
        """
        select id, idempotency_key, state, digest, received_at, pruned_at from message
        where sender = ? and exchange = ? order by id desc limit ?
        """,
        (row, n) ->
            new Sent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBytes(4),
                row.getTimestamp(5).toInstant(),
                instant(row.getTimestamp(6))),
        exchange.partner(),
        exchange.exchange(),
        limit);
  }

  /** The parts of a message in their order. */
  public List<RecordView> records(UUID messageId) {
    return jdbc.query(
        "select id, part, state, kind, act_key, revision, findings from record where message_id = ?"
            + " order by part",
        (row, n) ->
            new RecordView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                FindingJson.read(row.getString(7))),
        messageId);
  }

  /** The deliveries of a message in the order of the outbox. */
  public List<DeliveryView> deliveries(UUID messageId) {
    return jdbc.query(
        """
        select d.id, d.record_id, d.receiver, d.exchange, d.state, d.attempts,
               case when d.state in ('READY', 'RETRY_AT') then d.due_at end, d.rejection, d.accepted_at
        from delivery d join record r on r.id = d.record_id where r.message_id = ? order by d.seq
        """,
        (row, n) ->
            new DeliveryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant()),
        messageId);
  }

  /** What happened to a message, oldest first. */
  public List<MilestoneView> milestones(UUID messageId) {
    return jdbc.query(
        """
        select milestone, at, part, delivery_id, partner, actor, detail, l.position
        from event e left join audit_leaf l on l.event_id = e.id where message_id = ? order by id
        """,
        (row, n) ->
            new MilestoneView(
                row.getObject(8, Long.class),
                row.getString(1),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, Integer.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7)),
        messageId);
  }

  private List<Head> heads(String where, Object... arguments) {
    return jdbc.query(
        "select id, sender, exchange, state, digest, received_at, pruned_at from message " + where,
        (row, n) ->
            new Head(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                row.getTimestamp(6).toInstant(),
                instant(row.getTimestamp(7))),
        arguments);
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
