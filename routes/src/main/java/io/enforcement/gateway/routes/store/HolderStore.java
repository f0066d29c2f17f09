package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.CreditRepair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Who holds an act: the receivers that got it, or are to get it, and what they say about it later.
 * Joins the caller's transaction. Thread-safe.
 */
@Component
public class HolderStore {

  private static final RowMapper<Origin> ORIGIN =
      (row, n) -> new Origin(row.getObject(1, UUID.class), row.getString(2));

  private final JdbcTemplate jdbc;
  private final AuditTrail trail;
  private final ReleasedFileStore files;

  HolderStore(JdbcTemplate jdbc, AuditTrail trail, ReleasedFileStore files) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.files = files;
  }

  /** The receivers that got, or are to get, a revision of this act. */
  public List<String> receiversOf(String actKey) {
    return jdbc.queryForList(
        """
        select distinct d.receiver from delivery d join record r on r.id = d.record_id
        where r.act_key = ? and d.state not in ('REFUSED_BY_RECEIVER', 'CANCELLED', 'DISCARDED')
        """,
        String.class,
        actKey);
  }

  /** Whether the receiver holds, or may hold, a revision of this act. */
  public boolean holds(String receiver, String actKey) {
    return jdbc.queryForObject(
        """
        select exists (select 1 from delivery d join record r on r.id = d.record_id
            where d.receiver = ? and r.act_key = ? and d.state in ('CONFIRMING', 'DELIVERED', 'ATTEMPTING', 'RETRY_AT', 'IN_DOUBT'))
        """,
        Boolean.class,
        receiver,
        actKey);
  }

  /** Whether this delivery was ever attempted. */
  public boolean wasSent(String receiver, UUID deliveryId) {
    return attempted(receiver, deliveryId).isPresent();
  }

  /**
   * The receivers that have acknowledged a record of the message.
   *
   * @param delivery only those that have the record of this delivery; null for all of the message
   */
  public List<String> whoHave(UUID message, UUID delivery) {
    return jdbc.queryForList(
        """
        select distinct d.receiver from record r join delivery d on d.record_id = r.id
        where r.message_id = ? and d.state in ('DELIVERED', 'CONFIRMING')
          and (?::uuid is null or r.id = (select record_id from delivery where id = ?)) order by 1
        """,
        String.class,
        message,
        delivery,
        delivery);
  }

  /**
   * The repairs of the credit record of a decision: by act, the latest revision.
   *
   * @param key within which the repairs of the decision keep their order
   */
  public Map<String, CreditRepair> repairs(String key) {
    Map<String, CreditRepair> repairs = new HashMap<>();
    jdbc.query(
        """
        select distinct on (act_key) act_key, body from record
        where kind = 'CreditRepair' and case_key = ? and state in ('ACCEPTED', 'UNROUTED')
        order by act_key, revision desc
        """,
        row -> {
          repairs.put(row.getString(1), (CreditRepair) StandardXml.read(row.getBytes(2)));
        },
        key);
    return repairs;
  }

  /** Where a rejected record came from. */
  public record Origin(UUID messageId, String sender) {}

  /**
   * A receiver's verdict that came later than its first answer.
   *
   * @return the origin of the rejected record (message id and sender), or empty when no such
   *     delivery was ever attempted
   */
  public Optional<Origin> reject(String receiver, UUID deliveryId, String rejection) {
    List<Origin> origins =
        jdbc.query(
            """
            update delivery d set state = 'REFUSED_BY_RECEIVER', rejection = ?, updated_at = now()
            from message m where d.id = ? and d.receiver = ? and m.id = d.message_id
              and d.state in ('CONFIRMING', 'DELIVERED', 'ATTEMPTING', 'RETRY_AT', 'PARKED', 'IN_DOUBT', 'REFUSED_BY_RECEIVER')
            returning m.id, m.sender
            """,
            ORIGIN,
            rejection,
            deliveryId,
            receiver);
    return told(origins, receiver, deliveryId, Milestone.REFUSED_BY_RECEIVER, "REFUSED");
  }

  /**
   * A receiver's own receipt, which says that it has the record: ends a doubt and whatever else we
   * had still to do about it, and is kept as the acceptance by its business system.
   *
   * @return the origin of the record, or empty when no such delivery was ever attempted
   */
  public Optional<Origin> confirm(String receiver, UUID deliveryId) {
    return endDoubt(receiver, deliveryId, DeliveryState.DELIVERED, false)
        .or(() -> endDoubt(receiver, deliveryId, DeliveryState.CONFIRMING, true))
        .or(() -> attempted(receiver, deliveryId))
        .map(origin -> accepted(origin, deliveryId));
  }

  private Origin accepted(Origin origin, UUID deliveryId) {
    jdbc.update(
        "update delivery set accepted_at = now() where id = ? and state = 'DELIVERED' and"
            + " accepted_at is null",
        deliveryId);
    return origin;
  }

  /** With files that must be confirmed too, the receipt for the record is not the end. */
  private Optional<Origin> endDoubt(
      String receiver, UUID deliveryId, DeliveryState state, boolean withFiles) {
    List<Origin> ended =
        jdbc.query(
            """
            update delivery d set state = ?, updated_at = now()
            from message m where d.id = ? and d.receiver = ? and m.id = d.message_id
              and d.attempts > 0 and (d.state = 'IN_DOUBT' or not ? and d.state in ('ATTEMPTING', 'RETRY_AT', 'PARKED'))
              and ? = exists (select 1 from delivery_attachment n where n.delivery_id = d.id and n.required)
            returning m.id, m.sender
            """,
            ORIGIN,
            state.name(),
            deliveryId,
            receiver,
            withFiles,
            withFiles);
    Optional<Origin> origin =
        told(ended, receiver, deliveryId, Milestone.valueOf(state.name()), "CONFIRMED");
    origin.filter(o -> withFiles).ifPresent(o -> files.complete(List.of(deliveryId)));
    return origin;
  }

  private Optional<Origin> attempted(String receiver, UUID deliveryId) {
    return jdbc
        .query(
            """
            select m.id, m.sender from delivery d join message m on m.id = d.message_id
            where d.id = ? and d.receiver = ? and d.attempts > 0
            """,
            ORIGIN,
            deliveryId,
            receiver)
        .stream()
        .findFirst();
  }

  private Optional<Origin> told(
      List<Origin> origins,
      String receiver,
      UUID deliveryId,
      Milestone milestone,
      String resolution) {
    for (Origin origin : origins) {
      jdbc.update(
          "update parked set resolved_at = now(), resolution = ? where delivery_id = ? and"
              + " resolved_at is null",
          resolution,
          deliveryId);
      trail.append(
          AuditEvent.ofDelivery(
              milestone, origin.messageId(), deliveryId, receiver, "later verdict"));
    }
    return origins.stream().findFirst();
  }
}
