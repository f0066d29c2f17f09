package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox (Transactional Outbox) with its lanes. Only the head of a lane can be claimed; a claim
 * is committed as ATTEMPTING before anything leaves, and its outcome counts only while the attempt
 * number is still the latest. Thread-safe.
 */
@Component
public class DeliveryStore {

  private static final RowMapper<DueDelivery> DUE =
      (row, n) ->
          new DueDelivery(
              row.getObject(1, UUID.class),
              row.getObject(2, UUID.class),
              row.getString(3),
              row.getString(4),
              row.getInt(5),
              row.getInt(6),
              row.getBoolean(7),
              row.getString(8),
              row.getObject(9, UUID.class),
              row.getBytes(10),
              row.getTimestamp(11).toInstant());

  private static final String DUE_COLUMNS =
      "d.id, d.message_id, d.receiver, d.exchange, d.attempts, d.ladder, d.uncertain, d.revokes, r.id, r.body, r.created_at";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  DeliveryStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * Claims due heads of lanes and commits an attempt for each that the preparation yields; when
   * this returns, the attempts are on disk and may be sent.
   *
   * @param lease after which others may take a claimed delivery for lost; longer than any attempt
   *     can last
   * @param prepare makes the attempt out of a delivery, or disposes of it by {@link #park} or
   *     {@link #cancel} and yields nothing
   */
  public List<Attempt> claim(
      String receiver,
      long epoch,
      int limit,
      Duration lease,
      Function<DueDelivery, Optional<Attempt>> prepare) {
    return transaction.execute(
        status -> {
          List<Attempt> attempts = new ArrayList<>();
          for (DueDelivery due : heads(receiver, limit)) {
            prepare.apply(due).ifPresent(attempts::add);
          }
          begin(attempts, epoch, lease);
          return attempts;
        });
  }

  // The head of the lane is a sub-select of the first row, so that it is looked up by (receiver,
  // lane) whatever PostgreSQL believes about the size of the table: a join over the receiver alone
  // costs the square of the backlog.
  private List<DueDelivery> heads(String receiver, int limit) {
    return jdbc.query(
        """
        select %s from delivery d join record r on r.id = d.record_id
        where d.receiver = ? and d.waiting and d.due_at <= now()
          and d.seq = (
            select e.seq from delivery e where e.receiver = d.receiver and e.lane = d.lane and e.open
            order by e.seq limit 1)
        order by d.seq limit ? for update of d skip locked
        """
            .formatted(DUE_COLUMNS),
        DUE,
        receiver,
        limit);
  }

  private void begin(List<Attempt> attempts, long epoch, Duration lease) {
    if (attempts.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update delivery set state = 'ATTEMPTING', attempts = attempts + 1, epoch = ?,
            claimed_until = now() + ? * interval '1 ms', updated_at = now()
        where id = any (?)
        """,
        epoch,
        lease.toMillis(),
        attempts.stream().map(a -> a.delivery().id()).toArray(UUID[]::new));
    jdbc.batchUpdate(
        "insert into attempt (delivery_id, number, request_digest, request_bytes) values (?, ?, ?, ?)",
        attempts.stream()
            .map(
                a ->
                    new Object[] {
                      a.delivery().id(), a.number(), Sha256.of(a.request()), a.request().length
                    })
            .toList());
    trail.append(
        attempts.stream()
            .map(a -> event(Milestone.ATTEMPTING, a.delivery(), "attempt " + a.number()))
            .toList());
  }

  /**
   * Commits outcomes. An outcome that comes after the delivery was taken over or judged by the
   * receiver changes nothing.
   *
   * @return whether deliveries wait behind one that is out of the way now
   */
  public boolean settle(List<Settlement> settlements) {
    return !settlements.isEmpty()
        && Boolean.TRUE.equals(transaction.execute(status -> settleAll(settlements)));
  }

  private boolean settleAll(List<Settlement> settlements) {
    Set<UUID> changed = Set.copyOf(update(settlements));
    List<Settlement> counted =
        settlements.stream().filter(s -> changed.contains(s.attempt().delivery().id())).toList();
    close(counted);
    return followed(counted);
  }

  private List<UUID> update(List<Settlement> settlements) {
    return jdbc.queryForList(
        """
        update delivery d set state = s.state, ladder = s.ladder, uncertain = s.uncertain,
            due_at = now() + s.delay * interval '1 ms', claimed_until = null, updated_at = now()
        from unnest(?::uuid[], ?::int[], ?::text[], ?::int[], ?::boolean[], ?::bigint[])
            as s (id, number, state, ladder, uncertain, delay)
        where d.id = s.id and d.state = 'ATTEMPTING' and d.attempts = s.number
        returning d.id
        """,
        UUID.class,
        column(settlements, UUID[]::new, s -> s.attempt().delivery().id()),
        column(settlements, Integer[]::new, s -> s.attempt().number()),
        column(settlements, String[]::new, s -> s.state().name()),
        column(settlements, Integer[]::new, Settlement::ladder),
        column(settlements, Boolean[]::new, Settlement::uncertain),
        column(settlements, Long[]::new, s -> s.delay().toMillis()));
  }

  private void close(List<Settlement> settlements) {
    jdbc.update(
        """
        update attempt a set ended_at = now(), outcome = s.outcome, reason = s.reason, reply = s.reply
        from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::bytea[])
            as s (id, number, outcome, reason, reply)
        where a.delivery_id = s.id and a.number = s.number
        """,
        column(settlements, UUID[]::new, s -> s.attempt().delivery().id()),
        column(settlements, Integer[]::new, s -> s.attempt().number()),
        column(settlements, String[]::new, Settlement::outcome),
        column(settlements, String[]::new, Settlement::reason),
        column(settlements, byte[][]::new, Settlement::reply));
    for (Settlement s : settlements) {
      if (s.state() == DeliveryState.PARKED || s.state() == DeliveryState.IN_DOUBT) {
        insertParked(s.attempt().delivery(), s.outcome() + ": " + s.reason(), List.of());
      }
    }
    trail.append(
        settlements.stream()
            .map(
                s -> event(Milestone.valueOf(s.state().name()), s.attempt().delivery(), s.reason()))
            .toList());
  }

  private boolean followed(List<Settlement> settlements) {
    UUID[] done =
        settlements.stream()
            .filter(s -> s.state() != DeliveryState.RETRY_AT)
            .map(s -> s.attempt().delivery().id())
            .toArray(UUID[]::new);
    return done.length > 0
        && Boolean.TRUE.equals(
            jdbc.queryForObject(
                """
                select exists (
                    select 1 from delivery d where d.id = any (?) and (
                        select f.seq from delivery f where f.receiver = d.receiver and f.lane = d.lane
                          and f.seq > d.seq and f.open order by f.seq limit 1) is not null)
                """,
                Boolean.class,
                (Object) done));
  }

  /**
   * Puts a delivery aside for people before it was attempted; call while preparing in {@link
   * #claim}.
   */
  public void park(DueDelivery due, String cause, List<Finding> findings) {
    jdbc.update("update delivery set state = 'PARKED', updated_at = now() where id = ?", due.id());
    insertParked(due, cause, findings);
    trail.append(event(Milestone.PARKED, due, cause));
  }

  /**
   * Drops a revocation whose decision the receiver never got; call while preparing in {@link
   * #claim}.
   */
  public void cancel(DueDelivery due) {
    jdbc.update(
        "update delivery set state = 'CANCELLED', updated_at = now() where id = ?", due.id());
    trail.append(event(Milestone.CANCELLED, due, "the receiver does not hold the decision"));
  }

  /** Whether the receiver holds a revision of this act. */
  public boolean holds(String receiver, String actKey) {
    return jdbc.queryForObject(
        """
        select exists (select 1 from delivery d join record r on r.id = d.record_id
            where d.receiver = ? and r.act_key = ? and d.state in ('DELIVERED', 'ATTEMPTING', 'RETRY_AT', 'IN_DOUBT'))
        """,
        Boolean.class,
        receiver,
        actKey);
  }

  /** Attempts whose process is gone, or that have lasted longer than any attempt can. */
  public List<Attempt> lost(int limit) {
    return jdbc.query(
        """
        select %s from delivery d join record r on r.id = d.record_id
        where d.claimed_until is not null and d.state = 'ATTEMPTING' and (d.claimed_until < now()
            or not exists (select 1 from node n where n.epoch = d.epoch and n.alive_until > now()))
        order by d.seq limit ?
        """
            .formatted(DUE_COLUMNS),
        (row, n) -> {
          DueDelivery due = DUE.mapRow(row, n);
          return new Attempt(due, due.attempts(), new byte[0]);
        },
        limit);
  }

  /** The receivers, among these, that have deliveries whose time has come. */
  public List<String> dueReceivers(Collection<String> receivers) {
    return jdbc.queryForList(
        """
        select s from unnest(?) as s
        where exists (select 1 from delivery d
            where d.receiver = s and d.waiting and d.due_at <= now())
        """,
        String.class,
        (Object) receivers.toArray(String[]::new));
  }

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
              and d.state in ('DELIVERED', 'ATTEMPTING', 'RETRY_AT', 'PARKED', 'IN_DOUBT', 'REFUSED_BY_RECEIVER')
            returning m.id, m.sender
            """,
            (row, n) -> new Origin(row.getObject(1, UUID.class), row.getString(2)),
            rejection,
            deliveryId,
            receiver);
    if (!origins.isEmpty()) {
      jdbc.update(
          "update parked set resolved_at = now(), resolution = 'REFUSED' where delivery_id = ? and resolved_at is null",
          deliveryId);
    }
    origins.forEach(
        o ->
            trail.append(
                AuditEvent.ofDelivery(
                    Milestone.REFUSED_BY_RECEIVER,
                    o.messageId(),
                    deliveryId,
                    receiver,
                    "later verdict")));
    return origins.stream().findFirst();
  }

  /** Where a rejected record came from. */
  public record Origin(UUID messageId, String sender) {}

  private void insertParked(DueDelivery due, String cause, List<Finding> findings) {
    jdbc.update(
        """
        insert into parked (id, message_id, delivery_id, stage, partner, exchange, cause, findings)
        values (gen_random_uuid(), ?, ?, 'deliver', ?, ?, ?, ?::jsonb) on conflict do nothing
        """,
        due.messageId(),
        due.id(),
        due.receiver(),
        due.exchange(),
        cause,
        FindingJson.write(findings));
  }

  private static AuditEvent event(Milestone milestone, DueDelivery due, String detail) {
    return AuditEvent.ofDelivery(milestone, due.messageId(), due.id(), due.receiver(), detail);
  }
}
