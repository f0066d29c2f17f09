package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.standards.dictionary.Label;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Records that people must place, and what they said. Joins the caller's transaction. Thread-safe.
 */
@Component
public class UnclearRecordStore {

  private static final RowMapper<Unclear> UNCLEAR =
      (row, n) ->
          new Unclear(
              row.getObject(1, UUID.class),
              row.getString(2),
              Asks.valueOf(row.getString(3)),
              List.of((UUID[]) row.getArray(4).getArray()));

  private final JdbcTemplate jdbc;

  UnclearRecordStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What people are asked about a record. */
  public enum Asks {
    /** To which of several conversations it belongs. */
    CONVERSATION("可能属于多个会话，须指明属于哪一个", "It may belong to several conversations: say to which"),
    /** Which of several letters of its conversation it answers. */
    LETTER("可能答复多份文书，须指明答复哪一份", "It may answer several letters: say which"),
    /** Whether it belongs to one that has as many documents as one takes by itself. */
    FULL(
        "会话的文书已达上限，不再自动归入，确属该会话的须由人指明",
        "The conversation has as many documents as one takes by itself: say whether this is one of"
            + " it");

    private final Label words;

    Asks(String zh, String en) {
      this.words = new Label(zh, en);
    }

    /** For those who are asked. */
    public Label words() {
      return words;
    }
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

  /** Puts records on the work list of those that people must place. */
  public void write(Collection<Unclear> unclear) {
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

  /** To which conversations people say that these records belong. */
  public List<Choice> choices(Collection<UUID> records) {
    return jdbc.query(
        """
        select record_id, kind, chosen from unclear_record
        where record_id = any (?) and asks <> 'LETTER' and chosen is not null
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

  /**
   * What waits for people, the oldest first; questions about full conversations last, because one
   * sender may raise many.
   */
  public List<Unclear> unclear(int limit) {
    return jdbc.query(
        "select record_id, kind, asks, candidates from unclear_record where resolved_at is null"
            + " order by asks = 'FULL', at limit ?",
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
   * Says to which conversation a record belongs; it is followed again.
   *
   * @return false when the record does not wait for that, or what was chosen is no candidate
   */
  public boolean chooseConversation(UUID record, UUID conversation, String person) {
    return choose(record, List.of(Asks.CONVERSATION, Asks.FULL), conversation, person);
  }

  /**
   * Says which letter a record answers; it is followed again.
   *
   * @return false when the record does not wait for that, or what was chosen is no candidate
   */
  public boolean chooseLetter(UUID record, UUID letter, String person) {
    return choose(record, List.of(Asks.LETTER), letter, person);
  }

  private boolean choose(UUID record, List<Asks> asks, UUID chosen, String person) {
    return jdbc.update(
            """
            with chosen as (
                update unclear_record set chosen = ?, resolved_at = now(), resolved_by = ?
                where record_id = ? and asks = any (?) and resolved_at is null and ? = any (candidates)
                returning record_id),
            told as (
                insert into event (milestone, message_id, part, actor, detail)
                select 'RECORD_ASSIGNED', r.message_id, r.part, ?::text, lower(?::text) || ' ' || ?::text
                from chosen c join record r on r.id = c.record_id)
            insert into attention (record_id) select record_id from chosen
            """,
            chosen,
            person,
            record,
            column(asks, String[]::new, Asks::name),
            chosen,
            person,
            asks.get(0).name(),
            chosen.toString())
        > 0;
  }
}
