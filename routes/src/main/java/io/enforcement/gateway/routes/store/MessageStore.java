package io.enforcement.gateway.routes.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.store.Reception.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
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

  /** One statement is one transaction: a commit is what intake costs. */
  private static final String RECEIVE =
      """
      with fresh as (
          insert into nonce (sender, nonce, at) select ?, ?::text, ? where ?::text is not null
          on conflict do nothing returning 1),
      kept as (
          insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at)
          select ?, ?, ?, ?, ?, ?, ?, ?, ? where ?::text is null or exists (select 1 from fresh)
          on conflict (sender, exchange, idempotency_key) do nothing returning id),
      told as (
          insert into event (milestone, message_id, partner, actor, detail)
          select 'RECEIVED', id, ?, ?, ? from kept)
      select exists (select 1 from fresh), exists (select 1 from kept)
      """;

  private static final String HELD =
      "select id, digest, received_at from message where sender = ? and exchange = ? and idempotency_key = ?";

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcTemplate jdbc;
  private final AuditTrail trail;
  private final Clock clock;

  MessageStore(
      @Qualifier("intakeDataSource") DataSource dataSource, AuditTrail trail, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.trail = trail;
    this.clock = clock;
  }

  /** Brings an arrival to disk, or says why not. */
  public Reception receive(Arrival arrival) {
    UUID id = ids.generate();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] digest = sha256(arrival.body());
    boolean[] answer = insert(arrival, id, now, digest);
    boolean nonceFresh = answer[0];
    boolean kept = answer[1];
    if (kept) {
      return reception(Kind.KEPT, arrival, id, digest, now);
    }
    if (arrival.nonce() != null && !nonceFresh) {
      return reception(Kind.NONCE_USED, arrival, null, digest, now);
    }
    return held(arrival, digest);
  }

  private boolean[] insert(Arrival a, UUID id, Instant now, byte[] digest) {
    Timestamp at = Timestamp.from(now);
    return jdbc.queryForObject(
        RECEIVE,
        (row, n) -> new boolean[] {row.getBoolean(1), row.getBoolean(2)},
        a.sender(),
        a.nonce(),
        at,
        a.nonce(),
        id,
        a.sender(),
        a.exchange(),
        a.channel(),
        a.key(),
        digest,
        a.contentType(),
        a.body(),
        at,
        a.nonce(),
        a.sender(),
        a.sender(),
        "sha256:" + HexFormat.of().formatHex(digest));
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

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
