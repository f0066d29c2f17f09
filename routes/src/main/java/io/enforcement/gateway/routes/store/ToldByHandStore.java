package io.enforcement.gateway.routes.store;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What receivers were told by people, because the gateway has no way to tell them: such a receiver
 * has the document as if it had been delivered. Thread-safe.
 */
@Component
public class ToldByHandStore {

  /**
   * That a receiver of this deadline is sent nothing of its document, and that nobody has told it
   * yet: a person must. Asks for the alias {@code d}.
   */
  static final String OWED_BY_HAND =
      """
      (d.receiver <> '' and d.state = 'OPEN' and not exists (
          select 1 from conversation_document hd join delivery hl on hl.record_id = hd.record_id
          where hd.conversation_id = d.conversation_id and hd.identity = d.trigger and hl.receiver = d.receiver
            and hl.state <> 'CANCELLED')
        and not exists (
          select 1 from conversation_document td join told_by_hand t on t.record_id = td.record_id
          where td.conversation_id = d.conversation_id and td.identity = d.trigger and t.receiver = d.receiver))
      """;

  private final JdbcTemplate jdbc;

  ToldByHandStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who told the receiver, and how; whether the person may see what is restricted. */
  public record Telling(String person, boolean listed, String how) {}

  /**
   * Notes that the receiver of a deadline was told, and has the conversation computed anew. Tells
   * the trail who did it; how stands with the note alone.
   *
   * @return false when that receiver is not owed it by hand, or the person may not see it
   */
  public boolean tell(UUID deadline, Telling telling) {
    return jdbc.update(
            """
            with told as (
                insert into told_by_hand (record_id, receiver, told_by, how)
                select cd.record_id, d.receiver, ?, ?
                from deadline d join conversation c on c.id = d.conversation_id
                  join conversation_document cd on cd.conversation_id = d.conversation_id and cd.identity = d.trigger
                where d.id = ? and (not c.restricted or ?) and %s
                on conflict do nothing
                returning record_id, receiver),
            events as (
                insert into event (milestone, message_id, part, partner, actor, detail)
                select 'TOLD_BY_HAND', r.message_id, r.part, t.receiver, ?::text, t.receiver
                from told t join record r on r.id = t.record_id)
            insert into attention (record_id) select record_id from told
            """
                .formatted(OWED_BY_HAND),
            telling.person(),
            telling.how(),
            deadline,
            telling.listed(),
            telling.person())
        > 0;
  }
}
