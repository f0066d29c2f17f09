package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Which records belong together, and under which numbers they are found. Joins the caller's
 * transaction. Thread-safe.
 */
@Component
public class ConversationStore {

  /** So often a record may fail to be followed; then people must look. */
  private static final int FAILURES = 3;

  private static final RowMapper<HeldDocument> DOCUMENT =
      (row, n) ->
          new HeldDocument(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getObject(3, UUID.class),
              row.getInt(4),
              row.getTimestamp(5).toInstant(),
              row.getBytes(6));

  private static final RowMapper<Unclear> UNCLEAR =
      (row, n) ->
          new Unclear(
              row.getObject(1, UUID.class),
              row.getString(2),
              Asks.valueOf(row.getString(3)),
              List.of((UUID[]) row.getArray(4).getArray()));

  private final JdbcTemplate jdbc;

  ConversationStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A record that was noted, with what conversations need of it. */
  public record Noted(
      long seq,
      UUID recordId,
      String kind,
      String identity,
      int revision,
      Instant arrivedAt,
      byte[] body) {}

  /**
   * A number under which a conversation is known.
   *
   * @param uscc code of the organ whose number it is; empty where no document had one
   * @param organ its name; empty where no document names one
   */
  public record Key(String kind, String number, String uscc, String organ, UUID conversation) {}

  /** A document of a conversation, with its record. */
  public record HeldDocument(
      UUID conversation,
      String identity,
      UUID recordId,
      int revision,
      Instant arrivedAt,
      byte[] body) {}

  /**
   * A delivery of a document.
   *
   * @param deliveredAt by the machine's clock; null while it is not
   */
  public record Receipt(UUID recordId, String receiver, Instant deliveredAt) {}

  /** A conversation as it stands now. */
  public record Standing(
      UUID id,
      String kind,
      String state,
      boolean ended,
      boolean restricted,
      String region,
      String roles,
      int misfits,
      Instant openedAt) {}

  /** What one document did; null place and states where it does not fit. */
  public record Placed(
      UUID conversation,
      String identity,
      UUID recordId,
      int revision,
      String type,
      OffsetDateTime at,
      boolean exact,
      Instant arrivedAt,
      Integer place,
      String from,
      String to) {}

  /** What people are asked about a record. */
  public enum Asks {
    /** To which of several conversations it belongs. */
    CONVERSATION,
    /** Which of several letters of its conversation it answers. */
    LETTER
  }

  /**
   * A record that people must place.
   *
   * @param candidates conversations, or the records of letters
   */
  public record Unclear(UUID recordId, String kind, Asks asks, List<UUID> candidates) {}

  /** What a person said about an unclear record. */
  public record Choice(UUID recordId, String kind, UUID conversation) {}

  /** Which letter a record answers, as a person said. */
  public record ChosenLetter(UUID recordId, String kind, String identity) {}

  /** Whether some record waits to be looked at. */
  public boolean hasNoted() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from attention where failures < ?)", Boolean.class, FAILURES));
  }

  /** The records that were noted first. */
  public List<Noted> noted(int limit) {
    return jdbc.query(
        """
        select a.seq, r.id, r.kind, concat_ws(' ', r.act_key, nullif(r.party_key, '')), r.revision, m.received_at, r.body
        from (select seq, record_id from attention where failures < ? order by failures, seq limit ?) a
          join record r on r.id = a.record_id
          join message m on m.id = r.message_id
        order by a.seq
        """,
        (row, n) ->
            new Noted(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getTimestamp(6).toInstant(),
                row.getBytes(7)),
        FAILURES,
        limit);
  }

  /** Ends the work on these. */
  public void forget(Collection<Noted> done) {
    jdbc.update(
        "delete from attention where seq = any (?)",
        (Object) column(done, Long[]::new, Noted::seq));
  }

  /** Counts a failure of the record that was noted first; it waits behind all others now. */
  public Optional<UUID> fail() {
    return jdbc
        .queryForList(
            """
            update attention set failures = failures + 1
            where seq = (select seq from attention where failures < ? order by failures, seq limit 1)
            returning record_id
            """,
            UUID.class,
            FAILURES)
        .stream()
        .findFirst();
  }

  /** The conversations that are known under one of these numbers, of any organ. */
  public List<Key> keys(Collection<Key> asked) {
    return jdbc.query(
        """
        select distinct k.kind, k.number, k.uscc, k.organ, k.conversation_id
        from unnest(?::text[], ?::text[]) as a (kind, number)
        join conversation_key k on k.kind = a.kind and k.number = a.number
        """,
        (row, n) ->
            new Key(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class)),
        column(asked, String[]::new, Key::kind),
        column(asked, String[]::new, Key::number));
  }

  /** Those of these conversations that some document has opened. */
  public List<UUID> opened(Collection<UUID> conversations) {
    return jdbc.queryForList(
        "select id from conversation where id = any (?) and state <> 'AWAITED'",
        UUID.class,
        (Object) conversations.toArray(UUID[]::new));
  }

  /**
   * Has records looked at again that other kinds of conversations know under these numbers, unless
   * a conversation of this kind has them. What is noted already is noted again: that note may be of
   * the batch that ends now.
   *
   * @param others the other kinds
   * @param types of records
   */
  public void invite(
      String kind,
      Collection<String> others,
      Collection<String> types,
      Collection<String> numbers) {
    jdbc.update(
        """
        insert into attention (record_id)
        select distinct d.record_id
        from conversation_key k join conversation_document d on d.conversation_id = k.conversation_id
        where k.kind = any (?) and k.number = any (?) and d.type = any (?)
          and not exists (select 1 from conversation_document o join conversation c on c.id = o.conversation_id
                where o.record_id = d.record_id and c.kind = ?)
        """,
        others.toArray(String[]::new),
        numbers.toArray(String[]::new),
        types.toArray(String[]::new),
        kind);
  }

  /** All documents of these conversations. */
  public List<HeldDocument> documents(Collection<UUID> conversations) {
    return jdbc.query(
        """
        select d.conversation_id, d.identity, d.record_id, d.revision, d.arrived_at, r.body
        from conversation_document d join record r on r.id = d.record_id
        where d.conversation_id = any (?)
        """,
        DOCUMENT,
        (Object) conversations.toArray(UUID[]::new));
  }

  /** To whom these records were sent, and when it took them. */
  public List<Receipt> receipts(Collection<UUID> records) {
    return jdbc.query(
        """
        select record_id, receiver, case when state = 'DELIVERED' then updated_at end
        from delivery where record_id = any (?) and state <> 'CANCELLED'
        """,
        (row, n) -> new Receipt(row.getObject(1, UUID.class), row.getString(2), instant(row, 3)),
        (Object) records.toArray(UUID[]::new));
  }

  /** Writes conversations as they stand now; one that stands as before is left alone. */
  public void write(Collection<Standing> conversations) {
    jdbc.update(
        """
        insert into conversation as c (id, kind, state, ended, restricted, region, roles, misfits, opened_at)
        select id, kind, state, ended, restricted, region, roles::jsonb, misfits, opened_at
        from unnest(?::uuid[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::text[], ?::text[], ?::int[], ?::timestamptz[])
            as n (id, kind, state, ended, restricted, region, roles, misfits, opened_at)
        on conflict (id) do update set state = excluded.state, ended = excluded.ended, region = excluded.region,
            roles = excluded.roles, misfits = excluded.misfits, changed_at = now()
        where (c.state, c.ended, c.region, c.roles, c.misfits)
            is distinct from (excluded.state, excluded.ended, excluded.region, excluded.roles, excluded.misfits)
        """,
        column(conversations, UUID[]::new, Standing::id),
        column(conversations, String[]::new, Standing::kind),
        column(conversations, String[]::new, Standing::state),
        column(conversations, Boolean[]::new, Standing::ended),
        column(conversations, Boolean[]::new, Standing::restricted),
        column(conversations, String[]::new, Standing::region),
        column(conversations, String[]::new, Standing::roles),
        column(conversations, Integer[]::new, Standing::misfits),
        column(conversations, String[]::new, c -> c.openedAt().toString()));
  }

  /** Adds numbers under which conversations are known. */
  public void writeKeys(Collection<Key> keys) {
    jdbc.update(
        """
        insert into conversation_key (kind, number, uscc, organ, conversation_id)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
        on conflict do nothing
        """,
        column(keys, String[]::new, Key::kind),
        column(keys, String[]::new, Key::number),
        column(keys, String[]::new, Key::uscc),
        column(keys, String[]::new, Key::organ),
        column(keys, UUID[]::new, Key::conversation));
  }

  /** Writes the documents of whole conversations. */
  public void writeDocuments(Collection<Placed> documents) {
    jdbc.update(
        """
        insert into conversation_document as d
            (conversation_id, identity, record_id, revision, type, at, exact, arrived_at, place, from_state, to_state)
        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::bool[],
            ?::timestamptz[], ?::int[], ?::text[], ?::text[])
        on conflict (conversation_id, identity) do update set record_id = excluded.record_id,
            revision = excluded.revision, at = excluded.at, exact = excluded.exact, place = excluded.place,
            from_state = excluded.from_state, to_state = excluded.to_state
        where (d.record_id, d.place, d.from_state, d.to_state)
            is distinct from (excluded.record_id, excluded.place, excluded.from_state, excluded.to_state)
        """,
        column(documents, UUID[]::new, Placed::conversation),
        column(documents, String[]::new, Placed::identity),
        column(documents, UUID[]::new, Placed::recordId),
        column(documents, Integer[]::new, Placed::revision),
        column(documents, String[]::new, Placed::type),
        column(documents, String[]::new, d -> d.at().toString()),
        column(documents, Boolean[]::new, Placed::exact),
        column(documents, String[]::new, d -> d.arrivedAt().toString()),
        column(documents, Integer[]::new, Placed::place),
        column(documents, String[]::new, Placed::from),
        column(documents, String[]::new, Placed::to));
  }

  /**
   * Adds the partners that have sent, or were delivered, a document of these conversations.
   *
   * @param bystanders by kind, types of records that make nobody a reader
   */
  public void writeReaders(
      Collection<UUID> conversations, Map<String, ? extends Collection<String>> bystanders) {
    List<String> kinds = new ArrayList<>();
    List<String> types = new ArrayList<>();
    bystanders.forEach(
        (kind, of) ->
            of.forEach(
                type -> {
                  kinds.add(kind);
                  types.add(type);
                }));
    jdbc.update(
        """
        with document as (
            select cd.conversation_id, cd.record_id
            from conversation_document cd join conversation c on c.id = cd.conversation_id
            where cd.conversation_id = any (?)
              and (c.kind, cd.type) not in (select * from unnest(?::text[], ?::text[])))
        insert into conversation_reader (partner, conversation_id)
        select m.sender, d.conversation_id
        from document d join record r on r.id = d.record_id join message m on m.id = r.message_id
        union
        select l.receiver, d.conversation_id
        from document d join delivery l on l.record_id = d.record_id where l.state = 'DELIVERED'
        on conflict do nothing
        """,
        conversations.toArray(UUID[]::new),
        kinds.toArray(String[]::new),
        types.toArray(String[]::new));
  }

  /** Puts records on the work list of those that people must place. */
  public void writeUnclear(Collection<Unclear> unclear) {
    unclear.forEach(
        each ->
            jdbc.update(
                """
                insert into unclear_record as u (record_id, kind, asks, candidates) values (?, ?, ?, ?)
                on conflict (record_id, kind, asks) do update
                    set candidates = excluded.candidates, resolved_at = null
                where u.chosen is null and (u.resolved_at is not null or u.candidates <> excluded.candidates)
                """,
                each.recordId(),
                each.kind(),
                each.asks().name(),
                each.candidates().toArray(UUID[]::new)));
  }

  /**
   * Takes from the work list what other documents have made clear.
   *
   * @param records documents of conversations that were looked at
   * @param unclear those that still are unclear
   */
  public void settleLetters(Collection<UUID> records, Collection<Unclear> unclear) {
    jdbc.update(
        """
        update unclear_record u set resolved_at = now()
        where u.record_id = any (?) and u.asks = 'LETTER' and u.resolved_at is null
          and not exists (select 1 from unnest(?::uuid[], ?::text[]) as n (record_id, kind)
                where n.record_id = u.record_id and n.kind = u.kind)
        """,
        records.toArray(UUID[]::new),
        column(unclear, UUID[]::new, Unclear::recordId),
        column(unclear, String[]::new, Unclear::kind));
  }

  /** To which of several conversations people say that these records belong. */
  public List<Choice> choices(Collection<UUID> records) {
    return jdbc.query(
        """
        select record_id, kind, chosen from unclear_record
        where record_id = any (?) and asks = 'CONVERSATION' and chosen is not null
        """,
        (row, n) ->
            new Choice(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
        (Object) records.toArray(UUID[]::new));
  }

  /** Which letters people say that these records answer. */
  public List<ChosenLetter> chosenLetters(Collection<UUID> records) {
    return jdbc.query(
        """
        select u.record_id, u.kind, concat_ws(' ', r.act_key, nullif(r.party_key, ''))
        from unclear_record u join record r on r.id = u.chosen
        where u.record_id = any (?) and u.asks = 'LETTER'
        """,
        (row, n) ->
            new ChosenLetter(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
        (Object) records.toArray(UUID[]::new));
  }

  /** What waits for people, the oldest first. */
  public List<Unclear> unclear(int limit) {
    return jdbc.query(
        "select record_id, kind, asks, candidates from unclear_record where resolved_at is null"
            + " order by at limit ?",
        UNCLEAR,
        limit);
  }

  /** In which kinds this record waits for people. */
  public List<Unclear> unclear(UUID record) {
    return jdbc.query(
        "select record_id, kind, asks, candidates from unclear_record where resolved_at is null and"
            + " record_id = ?",
        UNCLEAR,
        record);
  }

  /**
   * Says to which conversation a record belongs, or which letter it answers; it is followed again.
   *
   * @return false when the record does not wait for that, or what was chosen is no candidate
   */
  public boolean choose(UUID record, Asks asks, UUID chosen, String person) {
    return jdbc.update(
            """
            with chosen as (
                update unclear_record set chosen = ?, resolved_at = now(), resolved_by = ?
                where record_id = ? and asks = ? and resolved_at is null and ? = any (candidates) returning record_id),
            told as (
                insert into event (milestone, message_id, part, actor, detail)
                select 'RECORD_ASSIGNED', r.message_id, r.part, ?::text, lower(?::text) || ' ' || ?::text
                from chosen c join record r on r.id = c.record_id)
            insert into attention (record_id) select record_id from chosen
            """,
            chosen,
            person,
            record,
            asks.name(),
            chosen,
            person,
            asks.name(),
            chosen.toString())
        > 0;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
