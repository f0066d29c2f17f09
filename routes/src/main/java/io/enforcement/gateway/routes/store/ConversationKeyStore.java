package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Under which numbers conversations are found. Joins the caller's transaction. Thread-safe. */
@Component
public class ConversationKeyStore {

  private final JdbcTemplate jdbc;

  ConversationKeyStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A number under which a conversation is known.
   *
   * @param uscc code of the organ whose number it is; empty where no document had one
   * @param organ its name; empty where no document names one
   */
  public record Key(String kind, String number, String uscc, String organ, UUID conversation) {}

  /**
   * The conversations that are known under one of these numbers, of whatever organ may be meant.
   *
   * @param most so many for one number
   */
  public List<Key> keys(Collection<Key> asked, int most) {
    return jdbc.query(
        """
        select distinct k.kind, k.number, k.uscc, k.organ, k.conversation_id
        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as a (kind, number, uscc, organ)
        cross join lateral (
            select * from conversation_key k where k.kind = a.kind and k.number = a.number
              and (k.organ = '' or a.organ = '' or k.uscc = '' or a.uscc = '' or k.uscc = a.uscc)
            limit ?) as k
        """,
        (row, n) ->
            new Key(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class)),
        column(asked, String[]::new, Key::kind),
        column(asked, String[]::new, Key::number),
        column(asked, String[]::new, Key::uscc),
        column(asked, String[]::new, Key::organ),
        most);
  }

  /** Adds numbers under which conversations are known. */
  public void write(Collection<Key> keys) {
    if (keys.isEmpty()) {
      return;
    }
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
}
