package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.EventHoles.Hole;
import io.enforcement.gateway.routes.audit.tree.MerkleTree;
import io.enforcement.gateway.routes.audit.tree.Subtree;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.io.ByteArrayOutputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * The tables of the tree, to which rows are only added. Transactions are the caller's. Thread-safe.
 */
@Component
public class TreeStore implements MerkleTree.Hashes {

  private static final String EVENT =
      "e.id, e.at, e.milestone, e.message_id, e.part, e.delivery_id, e.partner, e.actor, e.detail";

  private static final RowMapper<StoredEvent> STORED =
      (row, n) ->
          new StoredEvent(
              row.getLong(1),
              row.getTimestamp(2).toInstant(),
              row.getString(3),
              row.getObject(4, UUID.class),
              row.getObject(5, Integer.class),
              row.getObject(6, UUID.class),
              row.getString(7),
              row.getString(8),
              row.getString(9));

  private static final RowMapper<Leaf> LEAF =
      (row, n) ->
          new Leaf(
              row.getLong(10),
              row.getBytes(11),
              row.getObject(1) == null ? null : STORED.mapRow(row, n));

  private final JdbcTemplate jdbc;

  TreeStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Numbered(long position, long event, byte[] hash) {}

  /** What was appended together. */
  record Batch(long size, byte[] root, long settledTo) {}

  /** The oldest transaction that runs, and the next to begin. */
  record Running(long oldest, long newest) {}

  /**
   * One leaf with its event.
   *
   * @param event null when the row is gone, or (with {@link #hash} null) has no leaf yet
   */
  public record Leaf(long position, byte[] hash, StoredEvent event) {}

  /** A published checkpoint. */
  public record Published(long size, String note) {}

  /** The logs of this installation, the first one first. */
  List<AuditLog.Row> logs() {
    return jdbc.query(
        "select number, origin, algorithm, signature, public_key, key_number, statement from"
            + " audit_log order by number",
        (row, n) ->
            new AuditLog.Row(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7)));
  }

  /** The changes of a log's key, in their order. */
  List<AuditLog.KeyRow> keys(int log) {
    return jdbc.query(
        "select number, log, statement from audit_key where log = ? order by number",
        (row, n) -> new AuditLog.KeyRow(row.getInt(1), row.getInt(2), row.getString(3)),
        log);
  }

  /** Notes a change of the key of the latest log. */
  void turn(int number, String statement) {
    jdbc.update(
        "insert into audit_key (number, log, statement) select ?, max(number), ? from audit_log",
        number,
        statement);
  }

  /** What one person proposed and another has to approve. */
  record Proposal(String head, String reason, String person) {}

  /** Proposes a new log after that head. */
  void propose(Proposal proposal) {
    jdbc.update(
        "insert into audit_opening (head, reason, proposed_by) values (?, ?, ?)",
        proposal.head(),
        proposal.reason(),
        proposal.person());
  }

  /** The latest proposal, for as long as it stands. */
  Optional<Proposal> proposal(Duration stands) {
    return first(
        jdbc.query(
            """
            select head, reason, proposed_by from audit_opening
            where proposed_at > now() - ? * interval '1 second' order by id desc limit 1
            """,
            (row, n) -> new Proposal(row.getString(1), row.getString(2), row.getString(3)),
            stands.toSeconds()));
  }

  /** Opens the next log; the database requires that two people did. */
  void open(AuditLog.Row log, String openedBy, String approvedBy) {
    jdbc.update(
        """
        insert into audit_log (number, origin, algorithm, signature, public_key, key_number, statement, opened_by, approved_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        log.number(),
        log.origin(),
        log.algorithm(),
        log.signature(),
        log.publicKey(),
        log.keyNumber(),
        log.statement(),
        openedBy,
        approvedBy);
  }

  /** The number of the latest key. */
  int latestKey() {
    return jdbc.queryForObject(
        "select greatest((select max(number) from audit_key), (select max(key_number) from"
            + " audit_log), 1)",
        Integer.class);
  }

  /** Where two nodes begin at once, the first one counts. */
  void begin(AuditLog.Row log) {
    jdbc.update(
        """
        insert into audit_log (number, origin, algorithm, signature, public_key) values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        log.number(),
        log.origin(),
        log.algorithm(),
        log.signature(),
        log.publicKey());
  }

  /** How many leaves there are. */
  long size() {
    return jdbc.queryForObject(
        "select coalesce((select position from audit_leaf order by position desc limit 1), -1) + 1",
        Long.class);
  }

  Optional<Batch> latestBatch() {
    return first(
        jdbc.query(
            "select size, root, settled_to from audit_batch order by size desc limit 1",
            (row, n) -> new Batch(row.getLong(1), row.getBytes(2), row.getLong(3))));
  }

  /** The numbers of events after this one that have a leaf, in their order. */
  List<Long> numbersAfter(long settledTo) {
    return jdbc.queryForList(
        "select event_id from audit_leaf where event_id > ? order by event_id",
        Long.class,
        settledTo);
  }

  Running running() {
    return jdbc.queryForObject(
        """
        select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint from pg_current_snapshot() s
        """,
        (row, n) -> new Running(row.getLong(1), row.getLong(2)));
  }

  /** Events after that number, in their order. */
  List<StoredEvent> eventsAfter(long number, int limit) {
    return jdbc.query(
        "select " + EVENT + " from event e where e.id > ? order by e.id limit ?",
        STORED,
        number,
        limit);
  }

  /** Events that came late, in their order. */
  List<StoredEvent> eventsIn(List<Hole> holes, int limit) {
    if (holes.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        "select "
            + EVENT
            + """
             from unnest(?::bigint[], ?::bigint[]) as h (first, last) join event e on e.id between h.first and h.last
            order by e.id limit ?
            """,
        STORED,
        holes.stream().map(Hole::first).toArray(Long[]::new),
        holes.stream().map(Hole::last).toArray(Long[]::new),
        limit);
  }

  /** Adds what was appended together. */
  void append(long from, List<Long> events, List<byte[]> hashes, List<Subtree> grown, Batch batch) {
    jdbc.update(
        """
        insert into audit_leaf (position, event_id, hash)
        select ? + place - 1, id, substring(?::bytea from (place::int - 1) * %1$d + 1 for %1$d)
        from unnest(?::bigint[]) with ordinality as e (id, place)
        """
            .formatted(TreeHash.LENGTH),
        from,
        together(hashes),
        events.toArray(Long[]::new));
    for (Subtree subtree : grown) {
      jdbc.update(
          "insert into audit_subtree (level, place, hash) values (?, ?, ?)",
          subtree.level(),
          subtree.place(),
          subtree.hash());
    }
    jdbc.update(
        "insert into audit_batch (size, root, settled_to) values (?, ?, ?)",
        batch.size(),
        batch.root(),
        batch.settledTo());
  }

  private static byte[] together(List<byte[]> hashes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(hashes.size() * TreeHash.LENGTH);
    hashes.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Override
  public List<byte[]> read(int level, long from, long to) {
    return level == 0
        ? jdbc.query(
            "select hash from audit_leaf where position >= ? and position < ? order by position",
            (row, n) -> row.getBytes(1),
            from,
            to)
        : jdbc.query(
            "select hash from audit_subtree where level = ? and place >= ? and place < ? order by"
                + " place",
            (row, n) -> row.getBytes(1),
            level,
            from,
            to);
  }

  /** Notes that a checkpoint lies where it is to lie. */
  void published(long size, String note) {
    jdbc.update(
        "insert into audit_checkpoint (log, size, note) select max(number), ?, ? from audit_log on"
            + " conflict do nothing",
        size,
        note);
  }

  public Optional<Published> latestPublished() {
    return published("order by size desc limit 1").stream().findFirst();
  }

  /** All of them, by their size. */
  List<Published> allPublished() {
    return published("order by size");
  }

  private List<Published> published(String which) {
    return jdbc.query(
        "select size, note from audit_published " + which,
        (row, n) -> new Published(row.getLong(1), row.getString(2)));
  }

  /** When the oldest event happened that no published checkpoint covers. */
  Optional<Instant> oldestUnpublished() {
    return first(
            jdbc.queryForList(
                """
                with published as (select coalesce((select size from audit_published order by size desc limit 1), 0) as size),
                settled as (
                    select coalesce((select b.settled_to from audit_batch b, published p where b.size <= p.size
                                     order by b.size desc limit 1), 0) as number)
                select e.at from event e, published p, settled s
                where e.id > s.number
                  and not exists (select 1 from audit_leaf l where l.event_id = e.id and l.position < p.size)
                order by e.id limit 1
                """,
                Timestamp.class))
        .map(Timestamp::toInstant);
  }

  /** The time by which events are dated. */
  Instant now() {
    return jdbc.queryForObject("select clock_timestamp()", Timestamp.class).toInstant();
  }

  /**
   * Leaves from that position on, each with its event where it is still there. Events are read by
   * the range of their numbers: of one number nobody knows the month, and all would be asked.
   */
  List<Leaf> leaves(long from, int limit) {
    List<Numbered> numbered =
        jdbc.query(
            "select position, event_id, hash from audit_leaf where position >= ? order by position"
                + " limit ?",
            (row, n) -> new Numbered(row.getLong(1), row.getLong(2), row.getBytes(3)),
            from,
            limit);
    LongSummaryStatistics range = numbered.stream().mapToLong(Numbered::event).summaryStatistics();
    Map<Long, StoredEvent> events = new HashMap<>();
    jdbc.query(
        "select " + EVENT + " from event e where e.id between ? and ?",
        row -> {
          events.put(row.getLong(1), STORED.mapRow(row, 0));
        },
        range.getMin(),
        range.getMax());
    return numbered.stream()
        .map(leaf -> new Leaf(leaf.position(), leaf.hash(), events.get(leaf.event())))
        .toList();
  }

  /** Events of a message with their leaves, where they have one, in the order of their numbers. */
  public List<Leaf> leavesOf(UUID messageId) {
    return jdbc.query(
        "select "
            + EVENT
            + """
            , coalesce(l.position, -1), l.hash from event e left join audit_leaf l on l.event_id = e.id
            where e.message_id = ? order by e.id
            """,
        LEAF,
        messageId);
  }

  /** The first event after one number and up to another that has no leaf. */
  Optional<Long> firstWithoutLeaf(long after, long upTo) {
    return first(
        jdbc.queryForList(
            """
            select e.id from event e where e.id > ? and e.id <= ?
              and not exists (select 1 from audit_leaf l where l.event_id = e.id)
            order by e.id limit 1
            """,
            Long.class,
            after,
            upTo));
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }
}
