package io.enforcement.gateway.routes.store;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is alive and who holds what (Lease). An epoch is one process start; it is alive as long as it
 * beats. Times are the database's own, so that the clocks of several machines need not agree.
 * Thread-safe.
 */
@Component
public class NodeStore {

  private final JdbcTemplate jdbc;

  NodeStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins an epoch that is alive for the given time unless it beats. */
  public long begin(Duration life) {
    return jdbc.queryForObject(
        "insert into node (alive_until) values (now() + ? * interval '1 ms') returning epoch",
        Long.class,
        life.toMillis());
  }

  /**
   * Keeps an epoch alive.
   *
   * @return false when its life was over already: others may have taken over what it held
   */
  public boolean beat(long epoch, Duration life) {
    return !jdbc.queryForList(
            """
            with before as (select epoch, alive_until >= now() as alive from node where epoch = ? for update)
            update node n set alive_until = now() + ? * interval '1 ms' from before b
            where n.epoch = b.epoch returning b.alive
            """,
            Boolean.class,
            epoch,
            life.toMillis())
        .contains(false);
  }

  /** Ends an epoch: what it holds may be taken over at once. */
  public void end(long epoch) {
    jdbc.update("update node set alive_until = '-infinity' where epoch = ?", epoch);
  }

  /** Ends every epoch but this one: right only where nobody else can reach the database. */
  public void endOthers(long epoch) {
    jdbc.update(
        "update node set alive_until = '-infinity' where epoch <> ? and alive_until > now()",
        epoch);
  }

  /**
   * Takes or renews a lease, in the caller's transaction.
   *
   * @return false when another living epoch holds it
   */
  public boolean hold(String name, long epoch, Duration time) {
    return !jdbc.queryForList(
            """
            insert into lease as l (name, holder, until) values (?, ?, now() + ? * interval '1 ms')
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where l.holder = excluded.holder or l.until < now()
               or not exists (select 1 from node n where n.epoch = l.holder and n.alive_until > now())
            returning holder
            """,
            Long.class,
            name,
            epoch,
            time.toMillis())
        .isEmpty();
  }

  /** Whether the lease is still ours; locks it to the end of the caller's transaction. */
  public boolean stillHeld(String name, long epoch) {
    return !jdbc.queryForList(
            "select 1 from lease where name = ? and holder = ? for update",
            Integer.class,
            name,
            epoch)
        .isEmpty();
  }
}
