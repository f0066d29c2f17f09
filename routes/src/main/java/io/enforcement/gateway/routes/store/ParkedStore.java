package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for people: messages and deliveries with stage, cause and findings. Thread-safe. */
@Component
public class ParkedStore {

  /**
   * One parked message or delivery.
   *
   * @param deliveryId null when the whole message is parked
   * @param stage {@code translate} or {@code deliver}: where it failed and where a replay
   *     re-enters; {@code dead-letter}: it came from the broker and goes nowhere
   * @param partner sender for the stage translate, receiver for the stage deliver
   * @param state state of the message or delivery
   */
  public record Parked(
      UUID id,
      UUID messageId,
      UUID deliveryId,
      String stage,
      String partner,
      String exchange,
      String cause,
      List<Finding> findings,
      Instant at,
      String state) {}

  private static final String SELECT =
      """
      select p.id, p.message_id, p.delivery_id, p.stage, p.partner, p.exchange, p.cause, p.findings, p.parked_at,
             coalesce(d.state, m.state)
      from parked p join message m on m.id = p.message_id left join delivery d on d.id = p.delivery_id
      where p.resolved_at is null
      """;

  /** An entry (p) is of one of these exchanges: partners, then names. */
  static final String OF_THESE =
      """
      exists (
        select 1 from unnest(?::text[], ?::text[]) as these (partner, exchange)
        where these.partner = p.partner and these.exchange = p.exchange)
      """;

  private static final RowMapper<Parked> PARKED =
      (row, n) ->
          new Parked(
              row.getObject(1, UUID.class),
              row.getObject(2, UUID.class),
              row.getObject(3, UUID.class),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              FindingJson.read(row.getString(8)),
              row.getTimestamp(9).toInstant(),
              row.getString(10));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  ParkedStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * Puts a message aside for people, in the caller's transaction; its state is the caller's
   * business. What waits already is not put aside twice.
   */
  public void keep(ClaimedMessage message, String cause, List<Finding> findings) {
    jdbc.update(
        """
        insert into parked (id, message_id, stage, partner, exchange, cause, findings)
        values (gen_random_uuid(), ?, 'translate', ?, ?, ?, ?::jsonb) on conflict do nothing
        """,
        message.id(),
        message.sender(),
        message.exchange(),
        cause,
        FindingJson.write(findings));
  }

  /** All that waits for one cause at one partner, the oldest first. */
  public List<Parked> waiting(String partner, String cause) {
    return jdbc.query(
        SELECT + " and p.partner = ? and p.cause = ? order by p.parked_at", PARKED, partner, cause);
  }

  /** All that waits of one message, the oldest first. */
  public List<Parked> ofMessage(UUID message) {
    return jdbc.query(SELECT + " and p.message_id = ? order by p.parked_at", PARKED, message);
  }

  /**
   * The oldest entries that wait, but for those of these exchanges.
   *
   * @param group only those of this group; null for all
   */
  public List<Parked> waiting(int limit, String group, Collection<ExchangeKey> hidden) {
    return jdbc.query(
        SELECT
            + " and not "
            + OF_THESE
            + " and p.fingerprint = coalesce(?, p.fingerprint) order by p.parked_at limit ?",
        PARKED,
        ExchangeKey.partners(hidden),
        ExchangeKey.names(hidden),
        group,
        limit);
  }

  /** How many entries of these exchanges wait. */
  public long count(Collection<ExchangeKey> exchanges) {
    return jdbc.queryForObject(
        "select count(*) from parked p where p.resolved_at is null and " + OF_THESE,
        Long.class,
        ExchangeKey.partners(exchanges),
        ExchangeKey.names(exchanges));
  }

  /** One entry that waits. */
  public Optional<Parked> find(UUID id) {
    return jdbc.query(SELECT + " and p.id = ?", PARKED, id).stream().findFirst();
  }

  /**
   * Sets it on its way again from the stage that failed, with the original bytes, ids and keys.
   *
   * @return false when somebody else was faster
   */
  public boolean replay(Parked parked, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!resolve(parked, person)) {
                return false;
              }
              release(parked);
              trail.append(
                  new AuditEvent(
                      Milestone.REPLAYED,
                      parked.messageId(),
                      null,
                      parked.deliveryId(),
                      parked.partner(),
                      person,
                      "stage " + parked.stage()));
              return true;
            }));
  }

  private boolean resolve(Parked parked, String person) {
    return jdbc.update(
            """
            update parked set resolved_at = now(), resolution = 'REPLAYED', resolved_by = ?
            where id = ? and resolved_at is null
            """,
            person,
            parked.id())
        == 1;
  }

  /** A receiver that has the record does not get it again: it is its files that are waited for. */
  private void release(Parked parked) {
    if (parked.deliveryId() == null) {
      jdbc.update(
          """
          update message set state = 'RECEIVED', settled_at = null, deaths = 0, replays = replays + 1
          where id = ? and state in ('PARKED', 'QUARANTINED')
          """,
          parked.messageId());
    } else {
      jdbc.update(
          """
          update delivery d set ladder = 0, due_at = now(), updated_at = now(), state = case
              when ? then 'CONFIRMING'
              when exists (select 1 from delivery_attachment n
                  where n.delivery_id = d.id and n.required and n.state = 'WAITING') then 'AWAITING_FILES'
              else 'READY' end
          where d.id = ? and d.state = 'PARKED'
          """,
          OverdueFileStore.NOT_CONFIRMED.equals(parked.cause()),
          parked.deliveryId());
    }
  }
}
