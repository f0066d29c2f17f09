package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes bodies away whose time is over. States, digests, events and all that others may still ask
 * stay. Thread-safe.
 */
@Component
public class PruningStore {

  /** Nothing else may need the body: neither we, nor people, nor a law. */
  private static final String PRUNE_MESSAGES =
      """
      update message m set body = '', pruned_at = now()
      where m.id = any (?) and m.pruned_at is null and m.state in ('TRANSLATED', 'REFUSED')
        and not exists (select 1 from parked p where p.message_id = m.id and p.resolved_at is null)
        and not exists (select 1 from legal_hold h where h.message_id = m.id and h.lifted_at is null)
        and not exists (
            select 1 from record r join delivery d on d.record_id = r.id where r.message_id = m.id and d.open)
        and not exists (
            select 1 from record r join conversation_document c on c.record_id = r.id
                join deadline l on l.conversation_id = c.conversation_id and l.state in ('OPEN', 'PAUSED')
                and l.closed_at is null
            where r.message_id = m.id)
        and not exists (select 1 from record r join attention a on a.record_id = r.id where r.message_id = m.id)
        and not exists (
            select 1 from record r join unclear_record u on u.record_id = r.id and u.resolved_at is null
            where r.message_id = m.id)
      returning m.id, m.sender
      """;

  /**
   * Records that answer nobody any more: of what was refused or repeated, of our own answers, and
   * revisions that a later one replaced, also where their message was pruned before.
   */
  private static final String PRUNE_RECORDS =
      """
      with acts as (select distinct act_key, party_key from record where message_id = any (?) and act_key is not null)
      update record r set body = null, pruned_at = now()
      where r.body is not null
        and (r.message_id = any (?)
            or r.id in (select o.id from acts a join record o on o.act_key = a.act_key and o.party_key = a.party_key
                            and o.state in ('ACCEPTED', 'UNROUTED')
                        join message m on m.id = o.message_id and m.pruned_at is not null))
        and (r.act_key is null or r.state not in ('ACCEPTED', 'UNROUTED')
            or exists (select 1 from record n where n.act_key = r.act_key and n.party_key = r.party_key
                           and n.revision > r.revision and n.state in ('ACCEPTED', 'UNROUTED')))
        and not exists (select 1 from subject s where s.record_id = r.id)
        and not exists (select 1 from conversation_document c where c.record_id = r.id)
        and not exists (select 1 from delivery d where d.record_id = r.id and d.open)
      """;

  private static final String PRUNE_REPLIES =
      """
      update failed_attempt f set reply = null
      where f.reply is not null and f.delivery_id in (
          select d.id from record r join delivery d on d.record_id = r.id where r.message_id = any (?))
      """;

  /** A message that is settled, as far as pruning asks. */
  public record Settled(UUID id, String sender, Instant at) {}

  private record Pruned(UUID id, String sender) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  PruningStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * Messages between two ids, pruned or not settled ones with them: their moment is null. Whoever
   * goes through all of them goes on from the last id.
   */
  public List<Settled> between(UUID after, UUID before, int limit) {
    return jdbc.query(
        """
        select id, sender, case when pruned_at is null then settled_at end from message
        where id > ? and id < ? order by id limit ?
        """,
        (row, n) ->
            new Settled(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()),
        after,
        before,
        limit);
  }

  /**
   * Prunes what may be pruned of these, and tells it: how many of each sender, and the digest of
   * their ids.
   *
   * @return how many messages
   */
  public int prune(Collection<UUID> messages) {
    return transaction.execute(
        status -> {
          List<Pruned> pruned =
              jdbc.query(
                  PRUNE_MESSAGES,
                  (row, n) -> new Pruned(row.getObject(1, UUID.class), row.getString(2)),
                  (Object) messages.toArray(UUID[]::new));
          if (!pruned.isEmpty()) {
            Object ids = pruned.stream().map(Pruned::id).toArray(UUID[]::new);
            jdbc.update(PRUNE_RECORDS, ids, ids);
            jdbc.update(PRUNE_REPLIES, ids);
            tell(pruned);
          }
          return pruned.size();
        });
  }

  private void tell(List<Pruned> pruned) {
    pruned.stream()
        .collect(
            Collectors.groupingBy(
                Pruned::sender,
                TreeMap::new,
                Collectors.mapping(each -> each.id().toString(), Collectors.toList())))
        .forEach(
            (sender, ids) ->
                trail.append(
                    AuditEvent.ofFile(
                        Milestone.BODIES_PRUNED,
                        sender,
                        AuditEvent.GATEWAY,
                        ids.size() + " sha256:" + digest(ids))));
  }

  /** Of the ids, each on a line, in their order. */
  private static String digest(List<String> ids) {
    String lines = ids.stream().sorted().map(id -> id + "\n").collect(Collectors.joining());
    return HexFormat.of().formatHex(Sha256.of(lines.getBytes(StandardCharsets.US_ASCII)));
  }
}
