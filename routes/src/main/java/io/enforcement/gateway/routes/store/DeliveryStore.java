package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
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

  private static final RowMapper<Attempt> LOST =
      (row, n) -> {
        DueDelivery due = DUE.mapRow(row, n);
        return new Attempt(row.getObject(12, UUID.class), due, due.attempts(), new byte[0]);
      };

  private static final String DUE_COLUMNS =
      "d.id, d.message_id, d.receiver, d.exchange, d.attempts, d.ladder, d.uncertain, d.revokes, r.id, r.body, r.created_at";

  private static final String ABANDONED =
      "(c.until < now() or not exists (select 1 from node n where n.epoch = c.epoch and n.alive_until > now()))";

  /** Somebody still waits for an outcome of the claim. */
  private static final String OPEN =
      "exists (select 1 from delivery d where d.id = any (c.deliveries) and d.state = 'ATTEMPTING')";

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ParkedStore parked;
  private final AuditTrail trail;

  DeliveryStore(
      JdbcTemplate jdbc, TransactionTemplate transaction, ParkedStore parked, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.parked = parked;
    this.trail = trail;
  }

  /**
   * Claims due heads of lanes and commits an attempt for each that the preparation yields; when
   * this returns, the attempts are on disk and may be sent.
   *
   * @param lease after which others may take a claimed delivery for lost; longer than any attempt
   *     can last
   * @param prepare the request of a delivery, or nothing when it disposed of the delivery by {@link
   *     #park} or {@link #cancel}
   */
  public List<Attempt> claim(
      String receiver,
      long epoch,
      int limit,
      Duration lease,
      Function<DueDelivery, Optional<byte[]>> prepare) {
    return transaction.execute(
        status -> {
          UUID claim = ids.generate();
          List<Attempt> attempts = new ArrayList<>();
          for (DueDelivery due : heads(receiver, limit)) {
            prepare
                .apply(due)
                .map(request -> new Attempt(claim, due, due.attempts() + 1, request))
                .ifPresent(attempts::add);
          }
          if (!attempts.isEmpty()) {
            begin(claim, attempts, epoch, lease);
          }
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
        where d.receiver = ? and d.pending and d.state <> 'ATTEMPTING' and d.due_at <= now()
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

  private void begin(UUID claim, List<Attempt> attempts, long epoch, Duration lease) {
    UUID[] deliveries = column(attempts, UUID[]::new, a -> a.delivery().id());
    jdbc.update(
        """
        update delivery set state = 'ATTEMPTING', attempts = attempts + 1, updated_at = now()
        where id = any (?)
        """,
        (Object) deliveries);
    jdbc.update(
        """
        insert into claim (id, epoch, until, deliveries) values (?, ?, now() + ? * interval '1 ms', ?)
        """,
        claim,
        epoch,
        lease.toMillis(),
        deliveries);
    trail.append(
        attempts.stream().map(a -> event(Milestone.ATTEMPTING, a.delivery(), about(a))).toList());
  }

  /** What is about to be sent, known by its digest. */
  private static String about(Attempt attempt) {
    byte[] request = attempt.request();
    String digest = HexFormat.of().formatHex(Sha256.of(request));
    return "attempt " + attempt.number() + " sha256:" + digest + " " + request.length + " bytes";
  }

  /**
   * Commits the outcomes of whole claims. An outcome that comes after the delivery was taken over
   * or judged by the receiver changes nothing.
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
    keep(counted);
    jdbc.update(
        "delete from claim where id = any (?)",
        (Object)
            settlements.stream().map(s -> s.attempt().claim()).distinct().toArray(UUID[]::new));
    return followed(counted);
  }

  private List<UUID> update(List<Settlement> settlements) {
    return jdbc.queryForList(
        """
        update delivery d set state = s.state, ladder = s.ladder, uncertain = s.uncertain,
            due_at = now() + s.delay * interval '1 ms', updated_at = now()
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

  private void keep(List<Settlement> settlements) {
    keepFailed(settlements.stream().filter(s -> s.state() != DeliveryState.DELIVERED).toList());
    for (Settlement s : settlements) {
      if (s.state() == DeliveryState.PARKED || s.state() == DeliveryState.IN_DOUBT) {
        parked.keep(s.attempt().delivery(), s.outcome() + ": " + s.reason(), List.of());
      }
    }
    trail.append(
        settlements.stream()
            .map(
                s -> event(Milestone.valueOf(s.state().name()), s.attempt().delivery(), s.reason()))
            .toList());
  }

  private void keepFailed(List<Settlement> settlements) {
    if (settlements.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into failed_attempt (delivery_id, number, started_at, ended_at, outcome, reason, reply)
        select s.id, s.number, c.at, now(), s.outcome, s.reason, s.reply
        from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::bytea[])
            as s (id, number, claim, outcome, reason, reply)
        join claim c on c.id = s.claim
        """,
        column(settlements, UUID[]::new, s -> s.attempt().delivery().id()),
        column(settlements, Integer[]::new, s -> s.attempt().number()),
        column(settlements, UUID[]::new, s -> s.attempt().claim()),
        column(settlements, String[]::new, Settlement::outcome),
        column(settlements, String[]::new, Settlement::reason),
        column(settlements, byte[][]::new, Settlement::reply));
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
    parked.keep(due, cause, findings);
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

  /**
   * The attempts of claims whose process is gone, or that have lasted longer than any attempt can.
   *
   * @param limit of claims: their attempts come whole
   */
  public List<Attempt> lost(int limit) {
    jdbc.update("delete from claim c where %s and not (%s)".formatted(ABANDONED, OPEN));
    return jdbc.query(
        """
        select %s, c.id
        from (select * from claim c where %s order by at limit ?) c
          cross join unnest(c.deliveries) as n (delivery)
          join delivery d on d.id = n.delivery join record r on r.id = d.record_id
        where d.state = 'ATTEMPTING' order by d.seq
        """
            .formatted(DUE_COLUMNS, ABANDONED),
        LOST,
        limit);
  }

  /** The receivers, among these, that have deliveries whose time has come. */
  public List<String> dueReceivers(Collection<String> receivers) {
    return jdbc.queryForList(
        """
        select s from unnest(?) as s
        where exists (select 1 from delivery d
            where d.receiver = s and d.pending and d.state <> 'ATTEMPTING' and d.due_at <= now())
        """,
        String.class,
        (Object) receivers.toArray(String[]::new));
  }

  private static AuditEvent event(Milestone milestone, DueDelivery due, String detail) {
    return AuditEvent.ofDelivery(milestone, due.messageId(), due.id(), due.receiver(), detail);
  }
}
