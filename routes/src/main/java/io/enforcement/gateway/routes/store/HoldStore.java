package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Senders that are held because they flood. Thread-safe. */
@Component
public class HoldStore {

  /**
   * A sender that is held.
   *
   * @param keys under which the same content had come by then
   */
  public record Hold(ExchangeKey key, int keys, Instant at) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  HoldStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** All that are held now. */
  public List<Hold> open() {
    return jdbc.query(
        "select sender, exchange, keys, held_at from sender_hold where released_at is null",
        (row, n) ->
            new Hold(
                new ExchangeKey(row.getString(1), row.getString(2)),
                row.getInt(3),
                row.getTimestamp(4).toInstant()));
  }

  /**
   * Holds a sender.
   *
   * @return false when it is held already
   */
  public boolean hold(ExchangeKey exchange, byte[] digest, int keys) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean fresh =
                  jdbc.update(
                          """
                          insert into sender_hold (sender, exchange, digest, keys) values (?, ?, ?, ?)
                          on conflict do nothing
                          """,
                          exchange.partner(),
                          exchange.exchange(),
                          digest,
                          keys)
                      == 1;
              if (fresh) {
                String what = " sha256:" + HexFormat.of().formatHex(digest) + " " + keys + " keys";
                tell(Milestone.SENDER_HELD, exchange, AuditEvent.GATEWAY, what);
              }
              return fresh;
            }));
  }

  /**
   * Lets a sender go on.
   *
   * @return false when it is not held
   */
  public boolean release(ExchangeKey exchange, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean released =
                  jdbc.update(
                          """
                          update sender_hold set released_at = now(), released_by = ?
                          where sender = ? and exchange = ? and released_at is null
                          """,
                          person,
                          exchange.partner(),
                          exchange.exchange())
                      == 1;
              if (released) {
                tell(Milestone.SENDER_RELEASED, exchange, person, "");
              }
              return released;
            }));
  }

  private void tell(Milestone milestone, ExchangeKey exchange, String actor, String what) {
    trail.append(
        new AuditEvent(
            milestone, null, null, null, exchange.partner(), actor, exchange.exchange() + what));
  }
}
