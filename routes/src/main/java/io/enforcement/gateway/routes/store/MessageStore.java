package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.store.Reception.Kind;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Message Store, intake side: brings the bytes to disk exactly once per sender, exchange and key.
 * When {@link #receive} returns {@code KEPT}, body, envelope, unique key, nonce and audit event are
 * committed. Thread-safe.
 */
@Component
public class MessageStore {

  /**
   * One statement is one transaction: a commit is what intake costs, and arrivals share it. A nonce
   * that comes twice in the same statement is fresh for the first only.
   */
  private static final String RECEIVE =
      """
      with arrived as (
          select a.*, row_number() over (partition by sender, nonce order by place) as turn
          from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[])
              with ordinality as a (id, sender, exchange, channel, nonce, key, digest, content_type, body, place)),
      fresh as (
          insert into nonce (sender, nonce, at) select sender, nonce, ? from arrived where nonce is not null and turn = 1
          on conflict do nothing returning sender, nonce),
      known as (
          select a.*, a.nonce is null or a.turn = 1 and exists (
              select 1 from fresh f where f.sender = a.sender and f.nonce = a.nonce) as in_time from arrived a),
      kept as (
          insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at)
          select id, sender, exchange, channel, key, digest, content_type, body, ? from known where in_time order by place
          on conflict (sender, exchange, idempotency_key) do nothing returning id),
      told as (
          insert into event (milestone, message_id, partner, actor, detail)
          select 'RECEIVED', id, sender, sender, 'sha256:' || encode(digest, 'hex')
          from arrived where id in (select id from kept))
      select in_time, id in (select id from kept) from known order by place
      """;

  private static final String HELD =
      "select id, digest, received_at from message where sender = ? and exchange = ? and idempotency_key = ?";

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcTemplate jdbc;
  private final AuditTrail trail;
  private final Clock clock;

  private final GroupCommit<Incoming, Answer> commits;

  private record Incoming(Arrival arrival, UUID id, byte[] digest) {}

  private record Answer(boolean nonceFresh, boolean kept, Instant at) {}

  MessageStore(
      @Qualifier("intakeDataSource") DataSource dataSource, AuditTrail trail, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.trail = trail;
    this.clock = clock;
    this.commits = new GroupCommit<>("intake-commit", this::insert);
  }

  /** Brings an arrival to disk, or says why not. */
  public Reception receive(Arrival arrival) {
    Incoming incoming = new Incoming(arrival, ids.generate(), Sha256.of(arrival.body()));
    Answer answer = commits.commit(incoming);
    if (answer.kept()) {
      return reception(Kind.KEPT, arrival, incoming.id(), incoming.digest(), answer.at());
    }
    if (!answer.nonceFresh()) {
      return reception(Kind.NONCE_USED, arrival, null, incoming.digest(), answer.at());
    }
    return held(arrival, incoming.digest());
  }

  private List<Answer> insert(List<Incoming> group) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Timestamp at = Timestamp.from(now);
    return jdbc.query(
        RECEIVE,
        (row, n) -> new Answer(row.getBoolean(1), row.getBoolean(2), now),
        column(group, UUID[]::new, Incoming::id),
        column(group, String[]::new, i -> i.arrival().sender()),
        column(group, String[]::new, i -> i.arrival().exchange()),
        column(group, String[]::new, i -> i.arrival().channel()),
        column(group, String[]::new, i -> i.arrival().nonce()),
        column(group, String[]::new, i -> i.arrival().key()),
        column(group, byte[][]::new, Incoming::digest),
        column(group, String[]::new, i -> i.arrival().contentType()),
        column(group, byte[][]::new, i -> i.arrival().body()),
        at,
        at);
  }

  private Reception held(Arrival arrival, byte[] digest) {
    Reception held =
        jdbc.queryForObject(
            HELD,
            (row, n) ->
                reception(
                    Arrays.equals(row.getBytes(2), digest) ? Kind.DUPLICATE : Kind.CONFLICT,
                    arrival,
                    row.getObject(1, UUID.class),
                    row.getBytes(2),
                    row.getTimestamp(3).toInstant()),
            arrival.sender(),
            arrival.exchange(),
            arrival.key());
    Milestone milestone = held.kind() == Kind.DUPLICATE ? Milestone.DUPLICATE : Milestone.CONFLICT;
    trail.append(
        List.of(
            new AuditEvent(
                milestone, held.id(), null, null, arrival.sender(), arrival.sender(), null)));
    return held;
  }

  private static Reception reception(
      Kind kind, Arrival arrival, UUID id, byte[] digest, Instant at) {
    return new Reception(kind, id, arrival.sender(), arrival.exchange(), digest, at);
  }

  @PreDestroy
  void close() {
    commits.close();
  }
}
