package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.standards.validation.Finding;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deliveries whose files were not brought, or not confirmed, in time: they wait for people then.
 * Thread-safe.
 */
@Component
public class OverdueFileStore {

  /** The sender did not bring a file. */
  static final String NOT_BROUGHT = "attachment.not-brought";

  /** The receiver has the record and did not confirm a file. */
  static final String NOT_CONFIRMED = "attachment.not-confirmed";

  /** So many digests stand in the trail; the findings have all. */
  private static final int NAMED = 3;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  /** Whether something waits for people because of a file that did not come. */
  public static boolean isCause(String cause) {
    return cause.equals(NOT_BROUGHT) || cause.equals(NOT_CONFIRMED);
  }

  OverdueFileStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * A delivery whose time was over.
   *
   * @param part of the message, from 1
   * @param sender of the message
   * @param findings one for each file that is missing, its path the file's digest
   */
  public record Overdue(
      UUID deliveryId, UUID messageId, int part, String sender, List<Finding> findings) {

    private String cause() {
      return findings.get(0).rule();
    }

    private String told() {
      return cause()
          + findings.stream().limit(NAMED).map(f -> " " + f.path()).reduce("", String::concat);
    }
  }

  /**
   * Parks what has waited longer than this, in one transaction with what the caller has to say.
   *
   * @param most so many at a time
   * @return how many
   */
  public int park(
      String receiver, String exchange, Duration limit, int most, Consumer<List<Overdue>> tell) {
    return transaction.execute(
        status -> {
          List<Overdue> overdue = overdue(receiver, exchange, limit, most);
          if (!overdue.isEmpty()) {
            park(overdue);
            tell.accept(overdue);
          }
          return overdue.size();
        });
  }

  private List<Overdue> overdue(String receiver, String exchange, Duration limit, int most) {
    return jdbc.query(
        """
        select d.id, d.message_id, r.part, m.sender, d.state, array(
            select n.digest from delivery_attachment n where n.delivery_id = d.id and n.required
              and (n.state = 'WAITING' or d.state = 'CONFIRMING' and n.state <> 'CONFIRMED') order by n.digest)
        from delivery d join record r on r.id = d.record_id join message m on m.id = d.message_id
        where d.receiver = ? and d.exchange = ? and d.filing
          and d.updated_at < now() - ? * interval '1 ms'
        order by d.updated_at limit ? for update of d skip locked
        """,
        (row, n) -> overdue(row, limit),
        receiver,
        exchange,
        limit.toMillis(),
        most);
  }

  private static Overdue overdue(ResultSet row, Duration limit) throws SQLException {
    boolean sent = DeliveryState.CONFIRMING.name().equals(row.getString(5));
    Array digests = row.getArray(6);
    return new Overdue(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getInt(3),
        row.getString(4),
        Arrays.stream((String[]) digests.getArray())
            .map(digest -> finding(sent ? NOT_CONFIRMED : NOT_BROUGHT, digest, limit))
            .toList());
  }

  private static Finding finding(String rule, String digest, Duration limit) {
    boolean days = limit.toHours() > 0 && limit.toHours() % 24 == 0;
    return Finding.of(rule, digest, "absent", days ? "P" + limit.toDays() + "D" : limit.toString());
  }

  private void park(List<Overdue> overdue) {
    jdbc.update(
        """
        with given as (
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as g (id, cause, told, findings)),
        changed as (
            update delivery d set state = 'PARKED', updated_at = now() from given g where d.id = g.id
            returning d.message_id, d.receiver, d.exchange, g.*),
        set_aside as (
            insert into parked (id, message_id, delivery_id, stage, partner, exchange, cause, findings)
            select gen_random_uuid(), message_id, id, 'deliver', receiver, exchange, cause, findings::jsonb
            from changed on conflict do nothing)
        insert into event (milestone, message_id, delivery_id, partner, actor, detail)
        select 'PARKED', message_id, id, receiver, '%s', told from changed
        """
            .formatted(AuditEvent.GATEWAY),
        column(overdue, UUID[]::new, Overdue::deliveryId),
        column(overdue, String[]::new, Overdue::cause),
        column(overdue, String[]::new, Overdue::told),
        column(overdue, String[]::new, o -> FindingJson.write(o.findings())));
  }
}
