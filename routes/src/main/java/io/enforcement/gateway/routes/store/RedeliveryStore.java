package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Records that a receiver asks for again, because it does not hold them any more. Joins the
 * caller's transaction. Thread-safe.
 */
@Component
public class RedeliveryStore {

  private final JdbcTemplate jdbc;

  RedeliveryStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts the records of these deliveries into the outbox of their receiver once more, each under a
   * key of its own and in its old lane, in the order of the first deliveries. Leaves out what is
   * under way or waits for people, and what is not kept any more.
   *
   * @return how many leave again
   */
  public int again(List<UUID> deliveries) {
    return jdbc.queryForObject(
        """
        with latest as (
            select distinct on (d.record_id, d.receiver) d.*, f.seq as first
            from delivery f join delivery d on d.record_id = f.record_id and d.receiver = f.receiver
            where f.id = any (?)
            order by d.record_id, d.receiver, d.repetition desc),
        made as (
            insert into delivery (id, record_id, message_id, receiver, exchange, lane, revokes, repetition)
            select gen_random_uuid(), l.record_id, l.message_id, l.receiver, l.exchange, l.lane, l.revokes, l.repetition + 1
            from latest l join record r on r.id = l.record_id
            where l.state in ('DELIVERED', 'REFUSED_BY_RECEIVER') and r.body is not null
            order by l.first
            returning id, message_id, receiver, repetition, seq),
        told as (
            insert into event (milestone, message_id, delivery_id, partner, actor, detail)
            select 'ASKED_AGAIN', message_id, id, receiver, '%s', 'repetition ' || repetition from made order by seq)
        select count(*) from made
        """
            .formatted(AuditEvent.GATEWAY),
        Integer.class,
        (Object) deliveries.toArray(UUID[]::new));
  }
}
