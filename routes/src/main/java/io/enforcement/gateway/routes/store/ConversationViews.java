package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What people and partners may ask about conversations and deadlines. Thread-safe. */
@Component
public class ConversationViews {

  private static final String HEAD =
      """
      c.id, c.kind, c.state, c.ended, c.region, c.roles::text, c.misfits, c.opened_at, c.changed_at,
      (select min(d.due_at) from deadline d where d.conversation_id = c.id and d.state = 'OPEN' and d.closed_at is null)
      """;

  private static final RowMapper<Head> HEADS =
      (row, n) ->
          new Head(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              row.getBoolean(4),
              row.getString(5),
              row.getString(6),
              row.getInt(7),
              row.getTimestamp(8).toInstant(),
              row.getTimestamp(9).toInstant(),
              instant(row.getTimestamp(10)));

  private static final String DEADLINE =
      """
      select d.id, d.conversation_id, c.kind, c.region, d.rule, d.rule_version, d.trigger, d.receiver, d.started_at,
          d.due_at, d.unknown_years <> '{}', d.state, d.done_at, d.owner_role, d.owner_uscc, d.owner_name,
          d.closed_at, d.closed_reason, %s
      from deadline d join conversation c on c.id = d.conversation_id
      """
          .formatted(ToldByHandStore.OWED_BY_HAND);

  private static final RowMapper<Owed> OWED =
      (row, n) ->
          new Owed(
              row.getObject(1, UUID.class),
              row.getObject(2, UUID.class),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getTimestamp(9).toInstant(),
              row.getTimestamp(10).toInstant(),
              row.getBoolean(11),
              DeadlineState.valueOf(row.getString(12)),
              instant(row.getTimestamp(13)),
              row.getString(14),
              row.getString(15),
              row.getString(16),
              instant(row.getTimestamp(17)),
              row.getString(18),
              row.getBoolean(19));

  private final JdbcTemplate jdbc;

  ConversationViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who asks.
   *
   * @param partner null for a person: it sees all that is not restricted
   * @param listed whether the person is on a list of those who may see what is restricted
   */
  public record Reader(String partner, boolean listed) {}

  /** One conversation. */
  public record Head(
      UUID id,
      String kind,
      String state,
      boolean ended,
      String region,
      String roles,
      int misfits,
      Instant openedAt,
      Instant changedAt,
      Instant nextDue) {}

  /**
   * What notices say of a conversation.
   *
   * @param roles who has which role, as JSON
   */
  public record Subject(
      String kind, String region, boolean restricted, String roles, List<String> numbers) {}

  /** One document of it, in the order in which they acted; those that do not fit last. */
  public record Entry(
      UUID recordId,
      UUID messageId,
      String type,
      String sender,
      Instant at,
      boolean exact,
      Instant arrivedAt,
      boolean fits,
      String from,
      String to) {}

  /**
   * One deadline.
   *
   * @param closedAt when a person said that there is nothing more to do about it; null for most
   * @param byHand whether its receiver is sent nothing: a person must tell it
   */
  public record Owed(
      UUID id,
      UUID conversation,
      String kind,
      String region,
      String rule,
      String ruleVersion,
      String trigger,
      String receiver,
      Instant startedAt,
      Instant dueAt,
      boolean provisional,
      DeadlineState state,
      Instant doneAt,
      String ownerRole,
      String ownerUscc,
      String ownerName,
      Instant closedAt,
      String closedReason,
      boolean byHand) {}

  /**
   * What to look for; null means any.
   *
   * @param dueBefore only those that owe something by then
   * @param message only those that have a record of this message
   * @param after the last conversation of the page before
   */
  public record Wanted(String kind, String state, Instant dueBefore, UUID message, UUID after) {

    /** All conversations that have a record of this message. */
    public static Wanted ofMessage(UUID message) {
      return new Wanted(null, null, null, message, null);
    }
  }

  private static final String NOT_RESTRICTED = "(not c.restricted or ?)";

  private static final String OWN =
      "exists (select 1 from conversation_reader v where v.conversation_id = c.id and v.partner ="
          + " ?)";

  /**
   * Asks for one parameter, {@link #who}; a statement for each, because each has a plan of its own.
   */
  private static String visible(Reader reader) {
    return reader.partner() == null ? NOT_RESTRICTED : OWN;
  }

  private static Object who(Reader reader) {
    return reader.partner() == null ? reader.listed() : reader.partner();
  }

  /** Conversations, the latest first. */
  public List<Head> conversations(Wanted wanted, Reader reader, int limit) {
    return jdbc.query(
        """
        select %s from conversation c
        where (?::text is null or c.kind = ?) and (?::text is null or c.state = ?) and (?::uuid is null or c.id < ?)
          and (?::timestamptz is null or exists (select 1 from deadline d
                where d.conversation_id = c.id and d.state = 'OPEN' and d.closed_at is null and d.due_at <= ?))
          and (?::uuid is null or c.id in (select cd.conversation_id from conversation_document cd
                join record r on r.id = cd.record_id where r.message_id = ?))
          and %s
        order by c.id desc limit ?
        """
            .formatted(HEAD, visible(reader)),
        HEADS,
        wanted.kind(),
        wanted.kind(),
        wanted.state(),
        wanted.state(),
        wanted.after(),
        wanted.after(),
        timestamp(wanted.dueBefore()),
        timestamp(wanted.dueBefore()),
        wanted.message(),
        wanted.message(),
        who(reader),
        limit);
  }

  /** One conversation, if the reader may see it. */
  public Optional<Head> conversation(UUID id, Reader reader) {
    return jdbc
        .query(
            "select %s from conversation c where c.id = ? and %s".formatted(HEAD, visible(reader)),
            HEADS,
            id,
            who(reader))
        .stream()
        .findFirst();
  }

  /**
   * What notices say of a conversation.
   *
   * @param most so many of its numbers
   */
  public Subject subject(UUID conversation, int most) {
    List<String> numbers =
        jdbc.queryForList(
            // A number with a party behind it is none that people know.
            "select distinct number from conversation_key where conversation_id = ? and position('"
                + " ' in number) = 0 order by number limit ?",
            String.class,
            conversation,
            most);
    return jdbc.queryForObject(
        "select kind, region, restricted, roles::text from conversation where id = ?",
        (row, n) ->
            new Subject(
                row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4), numbers),
        conversation);
  }

  /** The documents of a conversation. */
  public List<Entry> documents(UUID conversation) {
    return jdbc.query(
        """
        select cd.record_id, r.message_id, cd.type, m.sender, cd.at, cd.exact, cd.arrived_at, cd.place is not null,
            cd.from_state, cd.to_state
        from conversation_document cd join record r on r.id = cd.record_id left join message m on m.id = r.message_id
        where cd.conversation_id = ? order by cd.place nulls last, cd.at
        """,
        (row, n) ->
            new Entry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6),
                row.getTimestamp(7).toInstant(),
                row.getBoolean(8),
                row.getString(9),
                row.getString(10)),
        conversation);
  }

  /** The deadlines of a conversation, by their ends. */
  public List<Owed> deadlines(UUID conversation) {
    return jdbc.query(
        DEADLINE + " where d.conversation_id = ? order by d.due_at, d.rule", OWED, conversation);
  }

  /**
   * Deadlines by their ends, but for those that people have closed.
   *
   * @param states whose; open ones are found by an index of their own
   * @param dueBefore only those that end by then; null for all
   * @param rule null for all
   * @param owner credit code of who owes it; null for all
   * @param byHand only those that nothing but a person closes
   */
  public List<Owed> deadlines(
      Collection<DeadlineState> states,
      Instant dueBefore,
      String rule,
      String owner,
      boolean byHand,
      Reader reader,
      int limit) {
    String open = states.equals(List.of(DeadlineState.OPEN)) ? "d.state = 'OPEN' and " : "";
    return jdbc.query(
        DEADLINE
            + " where "
            + open
            + """
            d.closed_at is null and d.state = any (?) and (?::timestamptz is null or d.due_at <= ?)
              and (?::text is null or d.rule = ?)
              and (?::text is null or d.owner_uscc = ?) and %s and %s order by d.due_at, d.id limit ?
            """
                .formatted(byHand ? ToldByHandStore.OWED_BY_HAND : "true", visible(reader)),
        OWED,
        states.stream().map(DeadlineState::name).toArray(String[]::new),
        timestamp(dueBefore),
        timestamp(dueBefore),
        rule,
        rule,
        owner,
        owner,
        who(reader),
        limit);
  }

  /**
   * Deadlines that were missed, the latest first: answered late, or open past their end. One whose
   * end is provisional is none of them.
   *
   * @param rules only of these
   * @param owner credit code of who owes it; null for all
   * @param region division code with which that of the conversation begins; empty for all
   * @param closed whether those that people have closed, or those that they have not
   */
  public List<Owed> missed(
      Collection<String> rules,
      Instant now,
      String owner,
      String region,
      boolean closed,
      Reader reader,
      int limit) {
    return jdbc.query(
        DEADLINE
            + """
            where d.state in ('OPEN', 'LATE') and d.rule = any (?) and d.due_at <= ? and d.unknown_years = '{}'
              and (?::text is null or d.owner_uscc = ?) and starts_with(c.region, ?)
              and (d.closed_at is not null) = ? and %s
            order by d.due_at desc, d.id limit ?
            """
                .formatted(visible(reader)),
        OWED,
        rules.toArray(String[]::new),
        Timestamp.from(now),
        owner,
        owner,
        region,
        closed,
        who(reader),
        limit);
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
