package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox (Transactional Outbox) with its lanes. Only the head of a lane can be claimed; a claim
 * is committed as ATTEMPTING before anything leaves, and its outcome counts only while the attempt
 * number is still the latest. A claim and its outcomes are one statement each: at a low rate the
 * round trips to the database are what a delivery takes. Thread-safe.
 */
@Component
public class DeliveryStore {

  private static final String DUE_COLUMNS =
      "d.id, d.message_id, d.receiver, d.exchange, d.attempts, d.ladder, d.uncertain, d.revokes,"
          + " r.id, r.body, r.created_at";

  private static final RowMapper<Attempt> ATTEMPT =
      (row, n) -> {
        DueDelivery due =
            new DueDelivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(6),
                row.getBoolean(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getBytes(10),
                row.getTimestamp(11).toInstant());
        return Attempt.of(row.getObject(12, UUID.class), due, row.getInt(5));
      };

  // The head of the lane is a sub-select of the first row, so that it is looked up by (receiver,
  // lane) whatever PostgreSQL believes about the size of the table: a join over the receiver alone
  // costs the square of the backlog.
  private static final String CLAIM_HEADS =
      """
      with head as materialized (
          select d.id from delivery d
          where d.receiver = ? and d.pending and d.state <> 'ATTEMPTING' and d.due_at <= now()
            and d.seq = (
              select e.seq from delivery e where e.receiver = d.receiver and e.lane = d.lane and e.open
              order by e.seq limit 1)
          order by d.seq limit ? for update of d skip locked),
      claimed as (
          update delivery d set state = 'ATTEMPTING', attempts = attempts + 1, updated_at = now()
          from head where d.id = head.id returning d.*),
      noted as (
          insert into claim (id, epoch, until, deliveries)
          %1$s returning id, deliveries),
      told as (
          insert into event (milestone, message_id, delivery_id, partner, actor, detail)
          select 'ATTEMPTING', message_id, id, receiver, '%2$s', 'attempt ' || attempts from claimed order by seq)
      select %3$s, %4$s from claimed d join record r on r.id = d.record_id order by d.seq
      """;

  private static final String CLAIM =
      CLAIM_HEADS.formatted(
          "select ?, ?, now() + ? * interval '1 ms', array_agg(id) from claimed having count(*) >"
              + " 0",
          AuditEvent.GATEWAY,
          DUE_COLUMNS,
          "(select id from noted)");

  private static final String CLAIM_EACH =
      CLAIM_HEADS.formatted(
          "select gen_random_uuid(), ?, now() + ? * interval '1 ms', array[id] from claimed",
          AuditEvent.GATEWAY,
          DUE_COLUMNS,
          "(select n.id from noted n where n.deliveries[1] = d.id)");

  private static final String SETTLE =
      """
      with given as (
          select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::int[], ?::boolean[], ?::bigint[],
                  ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[])
              as g (id, number, claim, state, ladder, uncertain, delay, outcome, reason, reply, told, cause, findings)),
      changed as (
          update delivery d set state = g.state, ladder = g.ladder, uncertain = g.uncertain,
              due_at = now() + g.delay * interval '1 ms', updated_at = now()
          from given g where d.id = g.id and d.state = 'ATTEMPTING' and d.attempts = g.number
          returning d.message_id, d.receiver, d.exchange, d.lane, d.seq, g.*),
      failed as (
          insert into failed_attempt (delivery_id, number, started_at, ended_at, outcome, reason, reply)
          select x.id, x.number, c.at, now(), x.outcome, x.reason, x.reply
          from changed x join claim c on c.id = x.claim where x.state not in ('DELIVERED', 'CONFIRMING') and x.outcome <> '%s'),
      set_aside as (
          insert into parked (id, message_id, delivery_id, stage, partner, exchange, cause, findings)
          select gen_random_uuid(), message_id, id, 'deliver', receiver, exchange, cause, findings::jsonb
          from changed where state in ('PARKED', 'IN_DOUBT') on conflict do nothing),
      told as (
          insert into event (milestone, message_id, delivery_id, partner, actor, detail)
          select state, message_id, id, receiver, '%s', told from changed order by seq),
      ended as (
          delete from claim where id in (select claim from given))
      select exists (
          select 1 from changed x where x.state not in ('RETRY_AT', 'CONFIRMING') and (
              select f.seq from delivery f where f.receiver = x.receiver and f.lane = x.lane
                and f.seq > x.seq and f.open order by f.seq limit 1) is not null)
      """
          .formatted(Settlement.NOT_TRIED, AuditEvent.GATEWAY);

  /** Whoever asks is alive, also when its beats did not arrive because the database was away. */
  private static final String ABANDONED =
      "(c.until < now() or c.epoch <> ? and not exists (select 1 from node n where n.epoch = c.epoch and"
          + " n.alive_until > now()))";

  /** Somebody still waits for an outcome of the claim. */
  private static final String OPEN =
      "exists (select 1 from delivery d where d.id = any (c.deliveries) and d.state ="
          + " 'ATTEMPTING')";

  /** PostgreSQL's own state, which Spring has no class for. */
  private static final String LOCK_TIMEOUT = "55P03";

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ReleasedFileStore files;
  private final ClaimsInHand inHand;

  DeliveryStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      ReleasedFileStore files,
      ClaimsInHand inHand) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.files = files;
    this.inHand = inHand;
  }

  /**
   * Claims due heads of lanes; when this returns, the attempts are on disk and may be made.
   *
   * @param lease after which others may take a claimed delivery for lost; longer than any attempt
   *     can last
   */
  public List<Attempt> claim(String receiver, long epoch, int limit, Duration lease) {
    UUID id = ids.generate();
    inHand.take(id);
    List<Attempt> attempts = List.of();
    try {
      attempts = jdbc.query(CLAIM, ATTEMPT, receiver, limit, id, epoch, lease.toMillis());
      return attempts;
    } finally {
      if (attempts.isEmpty()) {
        inHand.leave(List.of(id));
      }
    }
  }

  /**
   * Claims as {@link #claim} does, but each for itself: outcomes come one by one, and each ends its
   * own claim.
   */
  public List<Attempt> claimEach(String receiver, long epoch, int limit, Duration lease) {
    return jdbc.query(CLAIM_EACH, ATTEMPT, receiver, limit, epoch, lease.toMillis());
  }

  /** A delivery as an attempt would find it; nothing is claimed. */
  public Optional<DueDelivery> find(UUID delivery) {
    return jdbc
        .query(
            "select %s, null::uuid from delivery d join record r on r.id = d.record_id where d.id = ?"
                .formatted(DUE_COLUMNS),
            ATTEMPT,
            delivery)
        .stream()
        .map(Attempt::delivery)
        .findFirst();
  }

  /**
   * The attempts of {@link #claimEach} whose outcome is not known yet, ordered by delivery.
   *
   * @param after only deliveries with ids after this one; null for all
   */
  public List<Attempt> unacknowledged(String receiver, UUID after, int limit) {
    return jdbc.query(
        """
        select %s, (select c.id from claim c where c.deliveries = array[d.id])
        from delivery d join record r on r.id = d.record_id
        where d.receiver = ? and d.pending and d.state = 'ATTEMPTING' and (?::uuid is null or d.id > ?)
        order by d.id limit ?
        """
            .formatted(DUE_COLUMNS),
        ATTEMPT,
        receiver,
        after,
        after,
        limit);
  }

  /**
   * Commits the outcomes of whole claims. An outcome that comes after the delivery was taken over
   * or judged by the receiver changes nothing.
   *
   * @return whether deliveries wait behind one that is out of the way now
   */
  public boolean settle(List<Settlement> settlements) {
    boolean freed;
    try {
      freed = settleTogether(settlements);
    } catch (UncategorizedSQLException e) {
      if (LOCK_TIMEOUT.equals(e.getSQLException().getSQLState())) {
        throw new CannotAcquireLockException("somebody else holds the deliveries for too long", e);
      }
      throw e;
    }
    inHand.leave(settlements.stream().map(s -> s.attempt().claim()).toList());
    return freed;
  }

  private boolean settleTogether(List<Settlement> settlements) {
    List<Attempt> confirming =
        settlements.stream()
            .filter(s -> s.state() == DeliveryState.CONFIRMING)
            .map(Settlement::attempt)
            .toList();
    if (confirming.isEmpty()) {
      return write(settlements);
    }
    // A file may have been confirmed before the attempt ended: the rows are locked by the first
    // statement, so the second one sees every confirmation that will not see it.
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean freed = write(settlements);
              files.confirmEnclosed(confirming);
              return files.complete(confirming.stream().map(a -> a.delivery().id()).toList())
                  || freed;
            }));
  }

  private boolean write(List<Settlement> settlements) {
    return !settlements.isEmpty()
        && Boolean.TRUE.equals(
            jdbc.queryForObject(
                SETTLE,
                Boolean.class,
                column(settlements, UUID[]::new, s -> s.attempt().delivery().id()),
                column(settlements, Integer[]::new, s -> s.attempt().number()),
                column(settlements, UUID[]::new, s -> s.attempt().claim()),
                column(settlements, String[]::new, s -> s.state().name()),
                column(settlements, Integer[]::new, Settlement::ladder),
                column(settlements, Boolean[]::new, Settlement::uncertain),
                column(settlements, Long[]::new, s -> s.delay().toMillis()),
                column(settlements, String[]::new, Settlement::outcome),
                column(settlements, String[]::new, Settlement::reason),
                column(settlements, byte[][]::new, Settlement::reply),
                column(settlements, String[]::new, DeliveryStore::told),
                column(settlements, String[]::new, Settlement::cause),
                column(settlements, String[]::new, s -> FindingJson.write(s.findings()))));
  }

  /** What the event of an outcome says: why, and what was sent, known by its digest. */
  private static String told(Settlement settlement) {
    Attempt.Enclosed enclosed = settlement.attempt().enclosed();
    if (enclosed.sha256() != null) {
      return told(settlement, enclosed.sha256(), enclosed.size());
    }
    byte[] request = settlement.attempt().request();
    if (request.length == 0) {
      return settlement.reason();
    }
    return told(settlement, HexFormat.of().formatHex(Sha256.of(request)), request.length);
  }

  private static String told(Settlement settlement, String sha256, long bytes) {
    return settlement.reason() + " sha256:" + sha256 + " " + bytes + " bytes";
  }

  /**
   * The attempts of claims whose process is gone, or that have lasted longer than any attempt can.
   *
   * @param epoch of the process that asks
   * @param limit of claims: their attempts come whole
   */
  public List<Attempt> lost(long epoch, int limit) {
    jdbc.update("delete from claim c where %s and not (%s)".formatted(ABANDONED, OPEN), epoch);
    // Asked alone: there is almost never one, and a join of all would be planned for many.
    List<UUID> abandoned =
        jdbc.queryForList(
            "select id from claim c where %s order by at limit ?".formatted(ABANDONED),
            UUID.class,
            epoch,
            limit);
    return abandoned.isEmpty() ? List.of() : attemptsOf(abandoned);
  }

  /**
   * The attempts of this process's claims that it knows nothing of, so that they were never begun:
   * the connection was lost between their commit and the answer.
   *
   * @param receivers those to whom this process sends; what others fetch is in their hands
   */
  public List<Attempt> unknown(long epoch, Collection<String> receivers) {
    List<UUID> committed =
        jdbc.queryForList(
            """
            select c.id from claim c
            where c.epoch = ? and exists (
                select 1 from delivery d where d.id = c.deliveries[1] and d.receiver = any (?))
            """,
            UUID.class,
            epoch,
            receivers.toArray(String[]::new));
    // Asked after the rows were read: each of them was noted before it was committed.
    List<UUID> unknown = committed.stream().filter(claim -> !inHand.has(claim)).toList();
    return unknown.isEmpty() ? List.of() : attemptsOf(unknown);
  }

  private List<Attempt> attemptsOf(List<UUID> claims) {
    return jdbc.query(
        """
        select %s, c.id
        from claim c cross join unnest(c.deliveries) as n (delivery)
          join delivery d on d.id = n.delivery join record r on r.id = d.record_id
        where c.id = any (?) and d.state = 'ATTEMPTING' order by d.seq
        """
            .formatted(DUE_COLUMNS),
        ATTEMPT,
        (Object) claims.toArray(UUID[]::new));
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
}
