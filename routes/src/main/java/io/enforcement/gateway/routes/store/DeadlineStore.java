package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What is owed by when. Joins the caller's transaction. Thread-safe. */
@Component
public class DeadlineStore {

  private static final String COLUMNS =
      """
      d.id, d.conversation_id, d.rule, d.rule_version, d.trigger, d.receiver, d.started_at, d.started_exact,
      d.counted_until, d.due_at, d.unknown_years, d.warn_at, d.state, d.done_at, d.done_exact, d.owner_role,
      d.owner_uscc, d.owner_name
      """;

  /** Open ones that come due soon, of which nobody has been warned. */
  private static final String TO_WARN =
      "d.state = 'OPEN' and d.warn_at <= ? and d.warned_at is null";

  /**
   * Those that are over, answered late or not at all, and nobody has been told. A provisional end
   * accuses nobody.
   */
  private static final String TO_TELL =
      "d.state in ('OPEN', 'LATE') and d.due_at <= ? and d.overdue_at is null and d.unknown_years ="
          + " '{}' and d.closed_at is null";

  private static final RowMapper<HeldDeadline> HELD =
      (row, n) ->
          new HeldDeadline(
              row.getObject(1, UUID.class),
              row.getObject(2, UUID.class),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              time(row.getTimestamp(7)),
              row.getBoolean(8),
              time(row.getTimestamp(9)),
              time(row.getTimestamp(10)),
              List.of((Integer[]) row.getArray(11).getArray()),
              time(row.getTimestamp(12)),
              DeadlineState.valueOf(row.getString(13)),
              time(row.getTimestamp(14)),
              row.getBoolean(15),
              row.getString(16),
              row.getString(17),
              row.getString(18));

  private final JdbcTemplate jdbc;

  DeadlineStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One deadline as it stands; see the table's own words. */
  public record HeldDeadline(
      UUID id,
      UUID conversation,
      String rule,
      String ruleVersion,
      String trigger,
      String receiver,
      OffsetDateTime startedAt,
      boolean startedExact,
      OffsetDateTime countedUntil,
      OffsetDateTime dueAt,
      List<Integer> unknownYears,
      OffsetDateTime warnAt,
      DeadlineState state,
      OffsetDateTime doneAt,
      boolean doneExact,
      String ownerRole,
      String ownerUscc,
      String ownerName) {}

  /** All deadlines of these conversations. */
  public List<HeldDeadline> of(Collection<UUID> conversations) {
    return jdbc.query(
        "select %s from deadline d where d.conversation_id = any (?) order by d.due_at, d.rule"
            .formatted(COLUMNS),
        HELD,
        (Object) conversations.toArray(UUID[]::new));
  }

  /**
   * Writes deadlines as they stand now; who has been told of one stays with it, and that people
   * have closed it, unless its end moves. One that is due soon when it is first known is told at
   * once. Of one that is over by then nobody is told, because old records would raise a storm of
   * alarms, unless supervision must know of it.
   *
   * @param findings rules whose breach supervision is told of, however it is known
   * @param since unless it was over before that
   */
  public void write(
      Collection<HeldDeadline> deadlines, Instant now, Collection<String> findings, Instant since) {
    if (deadlines.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into deadline as d (id, conversation_id, rule, rule_version, trigger, receiver, started_at, started_exact,
            counted_until, due_at, unknown_years, warn_at, state, done_at, done_exact, owner_role, owner_uscc, owner_name,
            warned_at, overdue_at)
        select id, conversation_id, rule, rule_version, trigger, receiver, started_at, started_exact,
            counted_until, due_at, unknown_years::int[], warn_at, state, done_at, done_exact, owner_role, owner_uscc, owner_name,
            case when due_at <= ? then now() end,
            case when due_at <= ? and not (rule = any (?) and due_at > ?) then now() end
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bool[],
            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::bool[],
            ?::text[], ?::text[], ?::text[])
            as n (id, conversation_id, rule, rule_version, trigger, receiver, started_at, started_exact,
            counted_until, due_at, unknown_years, warn_at, state, done_at, done_exact, owner_role, owner_uscc, owner_name)
        on conflict (conversation_id, rule, trigger, receiver) do update set started_at = excluded.started_at,
            started_exact = excluded.started_exact, counted_until = excluded.counted_until, due_at = excluded.due_at,
            unknown_years = excluded.unknown_years, warn_at = excluded.warn_at, state = excluded.state,
            done_at = excluded.done_at, done_exact = excluded.done_exact, owner_role = excluded.owner_role,
            owner_uscc = excluded.owner_uscc, owner_name = excluded.owner_name,
            warned_at = case when d.due_at = excluded.due_at then d.warned_at else excluded.warned_at end,
            overdue_at = case when d.due_at = excluded.due_at then d.overdue_at else excluded.overdue_at end,
            closed_at = case when d.due_at = excluded.due_at then d.closed_at end
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        findings.toArray(String[]::new),
        Timestamp.from(since),
        column(deadlines, UUID[]::new, HeldDeadline::id),
        column(deadlines, UUID[]::new, HeldDeadline::conversation),
        column(deadlines, String[]::new, HeldDeadline::rule),
        column(deadlines, String[]::new, HeldDeadline::ruleVersion),
        column(deadlines, String[]::new, HeldDeadline::trigger),
        column(deadlines, String[]::new, HeldDeadline::receiver),
        column(deadlines, String[]::new, d -> d.startedAt().toString()),
        column(deadlines, Boolean[]::new, HeldDeadline::startedExact),
        column(deadlines, String[]::new, d -> d.countedUntil().toString()),
        column(deadlines, String[]::new, d -> d.dueAt().toString()),
        column(deadlines, String[]::new, d -> array(d.unknownYears())),
        column(deadlines, String[]::new, d -> d.warnAt().toString()),
        column(deadlines, String[]::new, d -> d.state().name()),
        column(deadlines, String[]::new, d -> d.doneAt() == null ? null : d.doneAt().toString()),
        column(deadlines, Boolean[]::new, d -> d.doneAt() == null ? null : d.doneExact()),
        column(deadlines, String[]::new, HeldDeadline::ownerRole),
        column(deadlines, String[]::new, HeldDeadline::ownerUscc),
        column(deadlines, String[]::new, HeldDeadline::ownerName));
  }

  private static String array(List<Integer> years) {
    return years.toString().replace('[', '{').replace(']', '}');
  }

  /** Takes away deadlines that a later revision of their document never opened. */
  public void remove(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbc.update("delete from deadline where id = any (?)", (Object) ids.toArray(UUID[]::new));
    }
  }

  /** Whether {@link #toWarn} or {@link #toTell} has something to say. */
  public boolean somethingToTell(Instant now) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from deadline d where %s) or exists (select 1 from deadline d where %s)"
                .formatted(TO_WARN, TO_TELL),
            Boolean.class,
            Timestamp.from(now),
            Timestamp.from(now)));
  }

  /** Deadlines of which nobody has been warned although it is time to; the earliest first. */
  public List<HeldDeadline> toWarn(Instant now, int limit) {
    return open(TO_WARN, "warn_at", now, limit);
  }

  /** Deadlines that are over and not told yet; the earliest first. */
  public List<HeldDeadline> toTell(Instant now, int limit) {
    return open(TO_TELL, "due_at", now, limit);
  }

  private List<HeldDeadline> open(String which, String order, Instant now, int limit) {
    return jdbc.query(
        "select %s from deadline d where %s order by d.%s limit ?".formatted(COLUMNS, which, order),
        HELD,
        Timestamp.from(now),
        limit);
  }

  /** Notes that somebody was warned of these. */
  public void warned(Collection<UUID> ids) {
    note("warned_at", ids);
  }

  /** Notes that it was told that these are overdue. */
  public void told(Collection<UUID> ids) {
    note("overdue_at", ids);
  }

  private void note(String when, Collection<UUID> ids) {
    jdbc.update(
        "update deadline set %s = now() where id = any (?)".formatted(when),
        (Object) ids.toArray(UUID[]::new));
  }

  /** A year whose calendar open deadlines of a region would need. */
  public record Unknown(int year, String region) {}

  /** What open deadlines did not know when they were computed. */
  public List<Unknown> unknown() {
    return jdbc.query(
        """
        select distinct y, c.region from deadline d join conversation c on c.id = d.conversation_id, unnest(d.unknown_years) y
        where d.state = 'OPEN' and d.unknown_years <> '{}' order by y, c.region
        """,
        (row, n) -> new Unknown(row.getInt(1), row.getString(2)));
  }

  /** The first of those that it would move, in a conversation that is not restricted. */
  public Optional<HeldDeadline> firstOf(Unknown unknown) {
    return jdbc
        .query(
            """
            select %s from deadline d join conversation c on c.id = d.conversation_id
            where d.state = 'OPEN' and ? = any (d.unknown_years) and c.region = ? and not c.restricted
            order by d.due_at, d.id limit 1
            """
                .formatted(COLUMNS),
            HELD,
            unknown.year(),
            unknown.region())
        .stream()
        .findFirst();
  }

  /** Has the conversations looked at again that did not know this, unless they wait already. */
  public void computeAnew(Unknown unknown) {
    jdbc.update(
        """
        insert into attention (record_id)
        select first.record_id from conversation c cross join lateral (
            select cd.record_id from conversation_document cd where cd.conversation_id = c.id order by cd.identity limit 1) as first
        where c.region = ? and exists (
            select 1 from deadline d where d.conversation_id = c.id and d.state = 'OPEN' and ? = any (d.unknown_years))
          and not exists (select 1 from attention a where a.record_id = first.record_id)
        """,
        unknown.region(),
        unknown.year());
  }

  private static OffsetDateTime time(Timestamp time) {
    return time == null ? null : time.toInstant().atOffset(ZoneOffset.ofHours(8));
  }
}
