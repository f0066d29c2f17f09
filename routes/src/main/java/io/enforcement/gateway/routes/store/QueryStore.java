package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Store of queries that are answered at once: reads what the gateway holds and keeps the evidence
 * of each answer, on connections of its own. Everything but {@link #within} is to be called inside
 * it. Thread-safe.
 */
@Component
public class QueryStore {

  private static final RowMapper<Held> HELD =
      (row, n) -> new Held(row.getBytes(1), row.getTimestamp(2).toInstant());

  private final JdbcTemplate jdbc;
  private final DataSourceTransactionManager transactions;
  private final AuditTrail trail;

  QueryStore(@Qualifier("queryDataSource") DataSource connections) {
    this.jdbc = new JdbcTemplate(connections);
    this.transactions = new DataSourceTransactionManager(connections);
    this.trail = new AuditTrail(jdbc);
  }

  /**
   * A record that is held.
   *
   * @param xml the record
   * @param since when it was accepted
   */
  public record Held(byte[] xml, Instant since) {}

  /**
   * What is kept of a query: never what it asked about.
   *
   * @param queryId the asker's own id of the query
   * @param asker certificate number of the officer who asks
   * @param subject digest of what is asked about, salted with the id
   * @param askedOf the partner that is to answer; null for the gateway's own records
   * @param exchange the exchange with that partner, or null
   */
  public record Asked(
      UUID id,
      String partner,
      String queryId,
      String kind,
      String asker,
      String purpose,
      String basis,
      String caseNumber,
      byte[] subject,
      String askedOf,
      String exchange,
      Instant at) {}

  /**
   * What came of a query.
   *
   * @param outcome a word; the answer's own where there was one
   * @param answer the answer's bytes, of which the digest is kept; null when nobody was answered
   */
  public record Told(UUID id, Instant at, String outcome, byte[] answer) {}

  /**
   * Answers one query in one transaction. What takes longer than the limit, in whole seconds, is
   * broken off by the database; what ends after the caller was interrupted is taken back.
   */
  public <T> T within(Duration limit, Supplier<T> answer) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    transaction.setTimeout((int) Math.max(1, limit.plusMillis(999).toSeconds()));
    return transaction.execute(
        status -> {
          T given = answer.get();
          if (Thread.currentThread().isInterrupted()) {
            status.setRollbackOnly();
          }
          return given;
        });
  }

  /**
   * True when this partner has not used the nonce before; from now on it has.
   *
   * @param nonce null of who is known by a certificate: what TLS carries cannot be sent again by
   *     others
   */
  public boolean firstUse(String partner, String nonce, Instant at) {
    return nonce == null
        || jdbc.update(
                "insert into nonce (sender, nonce, at) values (?, ?, ?) on conflict do nothing",
                partner,
                nonce,
                Timestamp.from(at))
            == 1;
  }

  /**
   * The latest revisions of records with this subject, the newest act first.
   *
   * @param from first instant of the acts
   * @param until first instant that is too late
   */
  public List<Held> latest(String kind, String subject, Instant from, Instant until, int limit) {
    return jdbc.query(
        """
        select r.body, r.created_at from subject s join record r on r.id = s.record_id
        where s.kind = ? and s.subject = ? and s.at >= ? and s.at < ?
          and not exists (select 1 from record n where n.act_key = r.act_key and n.party_key = r.party_key
              and n.revision > r.revision and n.state in ('ACCEPTED', 'UNROUTED'))
        order by s.at desc, s.record_id limit ?
        """,
        HELD,
        kind,
        subject,
        Timestamp.from(from),
        Timestamp.from(until),
        limit);
  }

  /** All revisions of records with this subject, the one that came last first. */
  public List<Held> revisions(String kind, String subject, int limit) {
    return jdbc.query(
        """
        select r.body, r.created_at from subject s join record r on r.id = s.record_id
        where s.kind = ? and s.subject = ? order by s.at desc, s.record_id limit ?
        """,
        HELD,
        kind,
        subject,
        limit);
  }

  /** Keeps that somebody asks. */
  public void keep(Asked asked) {
    jdbc.update(
        """
        insert into query (id, partner, query_id, kind, asker, purpose, basis, case_number, subject_sha256, asked_of, exchange,
            asked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        asked.id(),
        asked.partner(),
        asked.queryId(),
        asked.kind(),
        asked.asker(),
        asked.purpose(),
        asked.basis(),
        asked.caseNumber(),
        asked.subject(),
        asked.askedOf(),
        asked.exchange(),
        Timestamp.from(asked.at()));
  }

  /** Keeps what came of it. */
  public void keep(Told told) {
    jdbc.update(
        "update query set answered_at = ?, outcome = ?, answer_sha256 = ? where id = ?",
        Timestamp.from(told.at()),
        told.outcome(),
        told.answer() == null ? null : Sha256.of(told.answer()),
        told.id());
  }

  /** Tells the trail. */
  public void tell(AuditEvent event) {
    trail.append(event);
  }

  /**
   * Removes what was asked before.
   *
   * @return how many rows
   */
  public int removeBefore(Instant before) {
    return jdbc.update("delete from query where asked_at < ?", Timestamp.from(before));
  }
}
