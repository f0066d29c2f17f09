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
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Which records belong together, how far they are, and who took part. Joins the caller's
 * transaction. Thread-safe.
 */
@Component
public class ConversationStore {

  private static final RowMapper<HeldDocument> DOCUMENT =
      (row, n) ->
          new HeldDocument(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getObject(3, UUID.class),
              row.getInt(4),
              row.getTimestamp(5).toInstant(),
              row.getInt(6));

  private final JdbcTemplate jdbc;

  ConversationStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A document of a conversation.
   *
   * @param bytes the length of the record
   */
  public record HeldDocument(
      UUID conversation,
      String identity,
      UUID recordId,
      int revision,
      Instant arrivedAt,
      int bytes) {}

  /**
   * That a document is owed to a receiver: by a delivery, or by a person that told it.
   *
   * @param deliveredAt by the machine's clock; null while it has not got it
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
      int bytes,
      Integer place,
      String from,
      String to) {}

  /** Those of these conversations that some document has opened. */
  public List<UUID> opened(Collection<UUID> conversations) {
    return jdbc.queryForList(
        "select id from conversation where id = any (?) and state <> 'AWAITED'",
        UUID.class,
        (Object) conversations.toArray(UUID[]::new));
  }

  /** Those of these conversations that have so many documents, or so long ones. */
  public Set<UUID> full(Collection<UUID> conversations, int documents, long bytes) {
    return conversations.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.queryForList(
                """
                select conversation_id from conversation_document where conversation_id = any (?)
                group by conversation_id having count(*) >= ? or sum(bytes) >= ?
                """,
                UUID.class,
                conversations.toArray(UUID[]::new),
                documents,
                bytes));
  }

  /** Those of these conversations that have a revision of this document. */
  public List<UUID> holding(String identity, Collection<UUID> conversations) {
    return jdbc.queryForList(
        "select conversation_id from conversation_document where conversation_id = any (?) and"
            + " identity = ?",
        UUID.class,
        conversations.toArray(UUID[]::new),
        identity);
  }

  /** All documents of these conversations. */
  public List<HeldDocument> documents(Collection<UUID> conversations) {
    return jdbc.query(
        """
        select conversation_id, identity, record_id, revision, arrived_at, bytes
        from conversation_document where conversation_id = any (?)
        """,
        DOCUMENT,
        (Object) conversations.toArray(UUID[]::new));
  }

  /** Reads these records one by one. */
  public void bodies(Collection<UUID> records, BiConsumer<UUID, RecordBody> reader) {
    if (!records.isEmpty()) {
      jdbc.query(
          "select id, body, findings::text from record where id = any (?)",
          row -> {
            reader.accept(
                row.getObject(1, UUID.class),
                new RecordBody(row.getBytes(2), FindingJson.rules(row.getString(3))));
          },
          (Object) records.toArray(UUID[]::new));
    }
  }

  /** To whom these records were sent, or told by hand, and when it took them. */
  public List<Receipt> receipts(Collection<UUID> records) {
    return jdbc.query(
        """
        select record_id, receiver, case when state = 'DELIVERED' then updated_at end
        from delivery where record_id = any (?) and state <> 'CANCELLED'
        union all
        select t.record_id, t.receiver, t.told_at from told_by_hand t where t.record_id = any (?) and not exists (
            select 1 from delivery d where d.record_id = t.record_id and d.receiver = t.receiver and d.state <> 'CANCELLED')
        """,
        (row, n) -> new Receipt(row.getObject(1, UUID.class), row.getString(2), instant(row, 3)),
        records.toArray(UUID[]::new),
        records.toArray(UUID[]::new));
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

  /** Writes the documents of whole conversations. */
  public void writeDocuments(Collection<Placed> documents) {
    jdbc.update(
        """
        insert into conversation_document as d
            (conversation_id, identity, record_id, revision, type, at, exact, arrived_at, bytes, place, from_state,
            to_state)
        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::bool[],
            ?::timestamptz[], ?::int[], ?::int[], ?::text[], ?::text[])
        on conflict (conversation_id, identity) do update set record_id = excluded.record_id,
            revision = excluded.revision, at = excluded.at, exact = excluded.exact, bytes = excluded.bytes, place = excluded.place,
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
        column(documents, Integer[]::new, Placed::bytes),
        column(documents, Integer[]::new, Placed::place),
        column(documents, String[]::new, Placed::from),
        column(documents, String[]::new, Placed::to));
  }

  /**
   * Adds the partners that have sent, or were delivered, these documents of conversations.
   *
   * @param bystanders by kind, types of records that make nobody a reader
   */
  public void writeReaders(
      Collection<UUID> conversations,
      Collection<UUID> records,
      Map<String, ? extends Collection<String>> bystanders) {
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
            where cd.conversation_id = any (?) and cd.record_id = any (?)
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
        records.toArray(UUID[]::new),
        kinds.toArray(String[]::new),
        types.toArray(String[]::new));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
