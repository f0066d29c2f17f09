package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What people have proposed about parked entries, and who confirmed it. Thread-safe. */
@Component
public class ProposalStore {

  /** What is to become of the entries. */
  public enum Kind {
    /** The receiver has it. */
    ARRIVED,
    /** The receiver does not have it. */
    NOT_ARRIVED,
    /** It is sent once more although nobody knows. */
    SEND_AGAIN,
    /** The message gets another body and is replayed. */
    CORRECT,
    /** It is given up. */
    DISCARD
  }

  /** Where a proposal stands. */
  public enum State {
    /** Waits for somebody else. */
    PROPOSED,
    /** It was done. */
    DONE,
    /** Somebody said no, or who proposed it thought better of it. */
    DECLINED,
    /** When it was confirmed nothing was as it had been. */
    OVERTAKEN
  }

  /**
   * A proposal.
   *
   * @param partner of the entries
   * @param reason in the words of who proposed it
   * @param decidedBy who confirmed or declined it; null while it waits, and for what one may do
   *     alone
   */
  public record Proposal(
      UUID id,
      Kind kind,
      String partner,
      String exchange,
      int entries,
      String reason,
      State state,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt) {}

  private static final String SELECT =
      """
      select p.id, p.kind, p.partner, p.exchange, p.entries, p.reason, p.state, p.proposed_by, p.proposed_at, p.decided_by,
             p.decided_at
      from proposal p
      """;

  private static final RowMapper<Proposal> PROPOSAL =
      (row, n) ->
          new Proposal(
              row.getObject(1, UUID.class),
              Kind.valueOf(row.getString(2)),
              row.getString(3),
              row.getString(4),
              row.getInt(5),
              row.getString(6),
              State.valueOf(row.getString(7)),
              row.getString(8),
              row.getTimestamp(9).toInstant(),
              row.getString(10),
              row.getTimestamp(11) == null ? null : row.getTimestamp(11).toInstant());

  private final JdbcTemplate jdbc;

  ProposalStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a proposal that waits; call inside a transaction. */
  public void add(
      UUID id,
      Kind kind,
      String partner,
      String exchange,
      Collection<UUID> entries,
      String reason,
      String person) {
    jdbc.update(
        """
        insert into proposal (id, kind, partner, exchange, entries, reason, state, proposed_by)
        values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?)
        """,
        id,
        kind.name(),
        partner,
        exchange,
        entries.size(),
        reason,
        person);
    jdbc.update(
        "insert into proposal_entry (proposal_id, parked_id) select ?, unnest(?::uuid[])",
        id,
        entries.toArray(UUID[]::new));
  }

  /** Whether somebody has proposed something about one of these entries that waits. */
  public boolean isOpenFor(Collection<UUID> entries) {
    return jdbc.queryForObject(
        """
        select exists (select 1 from proposal_entry e join proposal p on p.id = e.proposal_id
            where e.parked_id = any (?) and p.state = 'PROPOSED')
        """,
        Boolean.class,
        (Object) entries.toArray(UUID[]::new));
  }

  public Optional<Proposal> find(UUID id) {
    return jdbc.query(SELECT + " where p.id = ?", PROPOSAL, id).stream().findFirst();
  }

  /** The latest first; those that wait before all others. */
  public List<Proposal> latest(int limit) {
    return jdbc.query(
        SELECT + " order by p.state = 'PROPOSED' desc, p.proposed_at desc limit ?",
        PROPOSAL,
        limit);
  }

  /** What was proposed about one entry, the latest first. */
  public List<Proposal> about(UUID entry) {
    return jdbc.query(
        SELECT
            + " join proposal_entry e on e.proposal_id = p.id where e.parked_id = ? order by"
            + " p.proposed_at desc",
        PROPOSAL,
        entry);
  }

  /** Ids of its entries. */
  public List<UUID> entries(UUID id) {
    return jdbc.queryForList(
        "select parked_id from proposal_entry where proposal_id = ? order by parked_id",
        UUID.class,
        id);
  }

  /**
   * Takes a proposal that waits for a second person.
   *
   * @return false when it does not wait any more, or waits for somebody else than who proposed it
   */
  public boolean confirm(UUID id, String person) {
    return jdbc.update(
            """
            update proposal set state = 'DONE', decided_by = ?, decided_at = now()
            where id = ? and state = 'PROPOSED' and proposed_by <> ?
            """,
            person,
            id,
            person)
        == 1;
  }

  /** Ends a proposal that waits and that nobody else has to confirm. */
  public void done(UUID id) {
    jdbc.update(
        "update proposal set state = 'DONE', decided_at = now() where id = ? and state ="
            + " 'PROPOSED'",
        id);
  }

  /** It was confirmed and nothing came of it; call in the transaction of {@link #confirm}. */
  public void overtaken(UUID id) {
    jdbc.update("update proposal set state = 'OVERTAKEN' where id = ?", id);
  }

  /**
   * Ends a proposal that waits without doing it.
   *
   * @return false when it does not wait any more
   */
  public boolean decline(UUID id, String person) {
    return jdbc.update(
            """
            update proposal set state = 'DECLINED', decided_by = ?, decided_at = now()
            where id = ? and state = 'PROPOSED'
            """,
            person,
            id)
        == 1;
  }
}
