package io.enforcement.gateway.routes.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings dead letters to disk as parked messages, so that people see them and nothing is lost. One
 * that a partner sent may be replayed like any message of that partner; of any other the bytes are
 * kept. Thread-safe.
 */
@Component
public class DeadLetterStore {

  /** The stage of what has no way that it could be sent on again. */
  public static final String STAGE = "dead-letter";

  private static final String TRANSLATE = "translate";

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;
  private final Clock clock;

  DeadLetterStore(
      JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Keeps it; after this, and only after this, the broker may forget it.
   *
   * @return false when the same bytes are held under its key already, parked or long taken
   */
  public boolean keep(DeadLetter letter) {
    return Boolean.TRUE.equals(transaction.execute(status -> insert(letter)));
  }

  private boolean insert(DeadLetter letter) {
    UUID id = ids.generate();
    byte[] digest = Sha256.of(letter.body());
    String hex = HexFormat.of().formatHex(digest);
    // Other bytes under a known key are what may have brought it here.
    if (!insert(letter, letter.key(), id, digest)
        && (held(letter, letter.key(), digest)
            || !insert(letter, letter.key() + " " + hex, id, digest))) {
      return false;
    }
    jdbc.update(
        """
        insert into parked (id, message_id, stage, partner, exchange, cause)
        values (gen_random_uuid(), ?, ?, ?, ?, ?)
        """,
        id,
        letter.hasSender() ? TRANSLATE : STAGE,
        letter.partner(),
        letter.exchange(),
        "dead letter of " + letter.address() + ": " + letter.cause());
    trail.append(
        List.of(
            new AuditEvent(
                Milestone.RECEIVED,
                id,
                null,
                null,
                letter.partner(),
                letter.sender(),
                "sha256:" + hex),
            AuditEvent.ofMessage(Milestone.PARKED, id, letter.partner(), "dead letter")));
    return true;
  }

  private boolean insert(DeadLetter letter, String key, UUID id, byte[] digest) {
    return jdbc.update(
            """
            insert into message
                (id, sender, exchange, channel, idempotency_key, digest, content_type, body, state, received_at)
            values (?, ?, ?, 'amqp', ?, ?, ?, ?, 'PARKED', ?) on conflict (sender, exchange, idempotency_key) do nothing
            """,
            id,
            letter.sender(),
            letter.exchange(),
            key,
            digest,
            letter.contentType(),
            letter.body(),
            Timestamp.from(clock.instant()))
        == 1;
  }

  private boolean held(DeadLetter letter, String key, byte[] digest) {
    return jdbc
        .queryForList(
            "select digest from message where sender = ? and exchange = ? and idempotency_key = ?",
            byte[].class,
            letter.sender(),
            letter.exchange(),
            key)
        .stream()
        .anyMatch(known -> Arrays.equals(known, digest));
  }
}
