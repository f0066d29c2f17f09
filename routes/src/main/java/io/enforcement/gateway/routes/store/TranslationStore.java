package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Store of the translation step. Messages of one sender are translated in the order of receipt by
 * one process at a time (a lease), so that a revocation finds its decision and lanes keep their
 * order. Thread-safe.
 */
@Component
public class TranslationStore {

  /** So many process deaths during the work on a message put it into quarantine. */
  static final int DEATHS = 3;

  /**
   * A claim ends with the message that brings its bodies to so many bytes: they are in memory
   * together.
   */
  public static final int BYTES = 16 << 20;

  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final String COLUMNS =
      "id, sender, exchange, idempotency_key, digest, received_at, body, deaths, replays";

  /** The same of the table itself: a body that people corrected stands beside the one that came. */
  private static final String IN_FORCE =
      """
      id, sender, exchange, idempotency_key, digest, received_at, case when version = 0 then body else (
          select v.body from message_version v where v.message_id = message.id and v.version = message.version) end as body,
      deaths, replays\
      """;

  // The limits stand in the text: as parameters they made PostgreSQL plan the statement anew each
  // time, which took as long as the statement itself. The length of a body is known without it.
  private static final String OLDEST =
      """
      select %1$s, seq from (
              select %4$s, seq, sum(bytes) over (order by seq rows unbounded preceding) - bytes as before
              from message cross join lateral (
                  select case when version = 0 then octet_length(message.body) else (
                      select octet_length(v.body) from message_version v
                      where v.message_id = message.id and v.version = message.version) end) as size (bytes)
              where sender = ? and state = 'RECEIVED' order by seq limit %2$d) as oldest
          where before < %3$d\
      """;

  private static final String CLAIM_AGAIN =
      """
      with waiting as materialized (
          %2$s),
      held as (
          update lease set until = now() + ? * interval '1 ms', working = array(select id from waiting order by seq)
          where name = ? and holder = ? and worker = ? and exists (select 1 from waiting)
            and not exists (select 1 from waiting where deaths > 0)
          returning set_config('synchronous_commit', 'off', true))
      select %1$s from waiting where exists (select 1 from held) order by seq
      """;

  // A delivery that comes with a claim is born ATTEMPTING where its lane is free: one row written
  // once instead of twice, and no statement that would have to find and read it again.
  private static final String WRITE =
      """
      with records as (
          insert into record (id, message_id, part, kind, state, act_key, party_key, revision, case_key, body, findings)
          select id, message_id, part, kind, state, act_key, party_key, revision, case_key, body, findings::jsonb
          from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                  ?::bytea[], ?::text[])
              as r (id, message_id, part, kind, state, act_key, party_key, revision, case_key, body, findings)),
      sent as materialized (
          select d.*, d.claim is not null and not exists (
              select 1 from delivery e where e.receiver = d.receiver and e.lane = d.lane and e.open) as begun
          from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
                  ?::bigint[]) with ordinality
              as d (id, record_id, message_id, receiver, exchange, lane, revokes, claim, epoch, lease, place)),
      deliveries as (
          insert into delivery (id, record_id, message_id, receiver, exchange, lane, revokes, state, attempts)
          select id, record_id, message_id, receiver, exchange, lane, revokes,
              case when begun then 'ATTEMPTING' else 'READY' end, begun::int
          from sent order by place),
      claims as (
          insert into claim (id, epoch, until, deliveries)
          select claim, epoch, now() + lease * interval '1 ms', array_agg(id) from sent where begun
          group by claim, epoch, lease),
      events as (
          insert into event (milestone, message_id, part, delivery_id, partner, actor, detail)
          select milestone, message_id, part, delivery_id, partner, actor, detail
          from (
              select milestone, message_id, part, delivery_id, partner, actor, detail, place, 1 as turn
              from unnest(?::text[], ?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[]) with ordinality
                  as e (milestone, message_id, part, delivery_id, partner, actor, detail, place)
              union all
              select 'ATTEMPTING', message_id, null, id, receiver, '%s', 'attempt 1', place, 2 from sent where begun) as e
          order by turn, place),
      settled as (
          update message m set state = s.state, settled_at = now(), deaths = 0
          from unnest(?::uuid[], ?::text[]) as s (id, state) where m.id = s.id)
      select id, now() from sent where begun
      """
          .formatted(AuditEvent.GATEWAY);

  private static final String HELD_COLUMNS = "id, act_key, party_key, revision, case_key, body";

  private static final RowMapper<HeldRecord> HELD =
      (row, n) ->
          new HeldRecord(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              row.getInt(4),
              row.getString(5),
              row.getBytes(6));

  private static final RowMapper<ClaimedMessage> CLAIMED =
      (row, n) ->
          new ClaimedMessage(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getBytes(5),
              row.getTimestamp(6).toInstant(),
              row.getBytes(7),
              row.getInt(8),
              row.getInt(9));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final ParkedStore parked;
  private final AuditTrail trail;

  TranslationStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      NodeStore nodes,
      ParkedStore parked,
      AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.nodes = nodes;
    this.parked = parked;
    this.trail = trail;
  }

  /**
   * Claims the oldest waiting messages of a sender, in the order of receipt, until they are {@code
   * limit} or weigh {@link #BYTES}. What is being worked on is noted in the lease and committed
   * before the work begins. A message on which a process was working when it died is claimed alone,
   * so that the one that kills the process is known; at the third death it is quarantined instead.
   */
  public List<ClaimedMessage> claim(String sender, long epoch, int limit) {
    List<ClaimedMessage> claimed = claimAgain(sender, epoch, limit);
    return claimed.isEmpty() ? takeOver(sender, epoch, limit) : claimed;
  }

  /**
   * One statement for who holds the sender already and worked on it last: then nobody else can have
   * translated what this statement sees waiting. Empty when that is not so, nothing waits, or a
   * process has died over what waits: such a message is claimed alone, and nothing else may stand
   * in the note meanwhile, or the next death would be counted against its neighbours.
   */
  private List<ClaimedMessage> claimAgain(String sender, long epoch, int limit) {
    return jdbc.query(
        CLAIM_AGAIN.formatted(COLUMNS, oldest(limit)),
        CLAIMED,
        sender,
        LEASE.toMillis(),
        lease(sender),
        epoch,
        epoch);
  }

  private List<ClaimedMessage> takeOver(String sender, long epoch, int limit) {
    return transaction.execute(
        status -> {
          // The note must survive the death of this process, not of the database: no need to wait
          // for the disk.
          jdbc.execute("set local synchronous_commit = off");
          if (!nodes.hold(lease(sender), epoch, LEASE)) {
            return List.of();
          }
          countDeaths(sender, epoch);
          List<ClaimedMessage> claimed = claimHeld(sender, limit);
          jdbc.update(
              "update lease set working = ?, worker = ? where name = ?",
              claimed.stream().map(ClaimedMessage::id).toArray(UUID[]::new),
              epoch,
              lease(sender));
          return claimed;
        });
  }

  /** What an earlier process was working on, and did not end, it may have died of. */
  private void countDeaths(String sender, long epoch) {
    jdbc.update(
        """
        update message set deaths = deaths + 1 where settled_at is null and id = any (array(
            select unnest(working) from lease where name = ? and worker <> ?))
        """,
        lease(sender),
        epoch);
  }

  private List<ClaimedMessage> claimHeld(String sender, int limit) {
    List<ClaimedMessage> waiting = jdbc.query(oldest(limit) + " order by seq", CLAIMED, sender);
    if (waiting.isEmpty() || waiting.get(0).deaths() == 0) {
      return waiting.stream().takeWhile(message -> message.deaths() == 0).toList();
    }
    if (waiting.get(0).deaths() >= DEATHS) {
      quarantine(waiting.get(0));
      return claimHeld(sender, limit);
    }
    return List.of(waiting.get(0));
  }

  private void quarantine(ClaimedMessage message) {
    jdbc.update("update message set state = 'QUARANTINED' where id = ?", message.id());
    parked.keep(message, "process-death", List.of());
    trail.append(AuditEvent.ofMessage(Milestone.QUARANTINED, message.id(), message.sender(), null));
  }

  /** A message as a claim would find it; nothing is claimed. */
  public Optional<ClaimedMessage> find(UUID message) {
    return jdbc
        .query("select %s from message where id = ?".formatted(IN_FORCE), CLAIMED, message)
        .stream()
        .findFirst();
  }

  /** What was decided of the parts of a message before it was set on its way again. */
  public List<DecidedPart> decided(UUID message) {
    return jdbc.query(
        "select part, state, findings from record where message_id = ? and part > 0 order by part",
        (row, n) ->
            new DecidedPart(
                row.getInt(1),
                RecordState.valueOf(row.getString(2)),
                FindingJson.read(row.getString(3))),
        message);
  }

  /** The latest revision of each act and party that the store holds among these acts. */
  public List<HeldRecord> held(Collection<String> actKeys) {
    if (actKeys.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        """
        select distinct on (act_key, party_key) %s
        from record where act_key = any (?) and state in ('ACCEPTED', 'UNROUTED')
        order by act_key, party_key, revision desc
        """
            .formatted(HELD_COLUMNS),
        HELD,
        (Object) actKeys.toArray(String[]::new));
  }

  /** The latest revision of what its sender was told of a message, if it was told anything. */
  public Optional<HeldRecord> receipt(UUID messageId) {
    return jdbc
        .query(
            """
            select %s from record where message_id = ? and part = 0 and kind = 'Receipt'
            order by revision desc limit 1
            """
                .formatted(HELD_COLUMNS),
            HELD,
            messageId)
        .stream()
        .findFirst();
  }

  /** Whether earlier messages of this sender wait for people before they could be translated. */
  public boolean hasUntranslated(String sender) {
    return jdbc.queryForObject(
        "select exists (select 1 from message where sender = ? and state in ('PARKED',"
            + " 'QUARANTINED'))",
        Boolean.class,
        sender);
  }

  /**
   * Runs the given decisions and writes their result in one transaction, if this process still
   * holds the sender.
   *
   * @return false when another process has taken the sender over; nothing was written
   */
  public boolean commit(String sender, long epoch, Runnable decisions) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!nodes.stillHeld(lease(sender), epoch)) {
                return false;
              }
              decisions.run();
              return true;
            }));
  }

  /**
   * Writes records, outbox rows and events and ends the work on the messages; call inside {@link
   * #commit}.
   *
   * @return the deliveries whose first attempt is committed with them, each with the moment from
   *     which its record is kept; it may be made after the commit
   */
  public Map<UUID, Instant> write(
      List<NewRecord> records,
      List<NewDelivery> deliveries,
      List<AuditEvent> events,
      Map<UUID, MessageState> states) {
    List<Map.Entry<UUID, MessageState>> settled = List.copyOf(states.entrySet());
    Map<UUID, Instant> begun = new HashMap<>();
    jdbc.query(
        WRITE,
        row -> {
          begun.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
        },
        column(records, UUID[]::new, NewRecord::id),
        column(records, UUID[]::new, NewRecord::messageId),
        column(records, Integer[]::new, NewRecord::part),
        column(records, String[]::new, NewRecord::kind),
        column(records, String[]::new, r -> r.state().name()),
        column(records, String[]::new, NewRecord::actKey),
        column(records, String[]::new, NewRecord::partyKey),
        column(records, Integer[]::new, NewRecord::revision),
        column(records, String[]::new, NewRecord::caseKey),
        column(records, byte[][]::new, NewRecord::body),
        column(records, String[]::new, r -> FindingJson.write(r.findings())),
        column(deliveries, UUID[]::new, NewDelivery::id),
        column(deliveries, UUID[]::new, NewDelivery::recordId),
        column(deliveries, UUID[]::new, NewDelivery::messageId),
        column(deliveries, String[]::new, NewDelivery::receiver),
        column(deliveries, String[]::new, NewDelivery::exchange),
        column(deliveries, String[]::new, NewDelivery::lane),
        column(deliveries, String[]::new, NewDelivery::revokes),
        column(deliveries, UUID[]::new, d -> d.claim() == null ? null : d.claim().id()),
        column(deliveries, Long[]::new, d -> d.claim() == null ? null : d.claim().epoch()),
        column(
            deliveries, Long[]::new, d -> d.claim() == null ? null : d.claim().lease().toMillis()),
        column(events, String[]::new, e -> e.milestone().name()),
        column(events, UUID[]::new, AuditEvent::messageId),
        column(events, Integer[]::new, AuditEvent::part),
        column(events, UUID[]::new, AuditEvent::deliveryId),
        column(events, String[]::new, AuditEvent::partner),
        column(events, String[]::new, AuditEvent::actor),
        column(events, String[]::new, AuditEvent::detail),
        column(settled, UUID[]::new, Map.Entry::getKey),
        column(settled, String[]::new, e -> e.getValue().name()));
    return begun;
  }

  /** The senders, among these, that have messages waiting for translation. */
  public List<String> waitingSenders(Collection<String> senders) {
    return jdbc.queryForList(
        """
        select s from unnest(?) as s
        where exists (select 1 from message m where m.sender = s and m.state = 'RECEIVED')
        """,
        String.class,
        (Object) senders.toArray(String[]::new));
  }

  private static String oldest(int limit) {
    return OLDEST.formatted(COLUMNS, limit, BYTES, IN_FORCE);
  }

  private static String lease(String sender) {
    return "translate." + sender;
  }
}
