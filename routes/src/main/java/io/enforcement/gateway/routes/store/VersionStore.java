package io.enforcement.gateway.routes.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The bodies of a message: what came, and what people put in its place. Thread-safe. */
@Component
public class VersionStore {

  /**
   * One version of a body.
   *
   * @param version 0 is what came
   * @param digest {@code sha256:…}
   * @param proposal by which it was proposed; null for what came
   * @param inForce the message is translated from it
   */
  public record Version(int version, String digest, int bytes, UUID proposal, boolean inForce) {}

  private final JdbcTemplate jdbc;

  VersionStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All versions of a message, from what came on. */
  public List<Version> versions(UUID message) {
    return jdbc.query(
        """
        select 0, digest, octet_length(body), null, version = 0 from message where id = ?
        union all
        select v.version, v.digest, octet_length(v.body), v.proposal_id, m.version = v.version
        from message_version v join message m on m.id = v.message_id where v.message_id = ?
        order by 1
        """,
        (row, n) ->
            new Version(
                row.getInt(1),
                "sha256:" + HexFormat.of().formatHex(row.getBytes(2)),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getBoolean(5)),
        message,
        message);
  }

  /** The bytes of one version. */
  public Optional<byte[]> body(UUID message, int version) {
    return jdbc
        .query(
            """
            select body from message where id = ? and ? = 0
            union all
            select body from message_version where message_id = ? and version = ?
            """,
            (row, n) -> row.getBytes(1),
            message,
            version,
            message,
            version)
        .stream()
        .findFirst();
  }

  /** The record of one part as standard XML; empty when it was refused or pruned. */
  public Optional<byte[]> record(UUID message, int part) {
    return jdbc
        .query(
            "select body from record where message_id = ? and part = ? and body is not null",
            (row, n) -> row.getBytes(1),
            message,
            part)
        .stream()
        .findFirst();
  }

  /**
   * Keeps a proposed body beside the others; it counts when the message names it.
   *
   * @return its number
   */
  public int add(UUID message, byte[] body, UUID proposal) {
    return jdbc.queryForObject(
        """
        insert into message_version (message_id, version, body, digest, proposal_id)
        select ?, coalesce(max(version), 0) + 1, ?, ?, ? from message_version where message_id = ?
        returning version
        """,
        Integer.class,
        message,
        body,
        Sha256.of(body),
        proposal,
        message);
  }

  /** The version that was proposed so. */
  public Optional<Version> of(UUID message, UUID proposal) {
    return versions(message).stream().filter(v -> proposal.equals(v.proposal())).findFirst();
  }

  /** Whether some part of the message is decided already, and on its way or refused. */
  public boolean isPartlyDecided(UUID message) {
    return jdbc.queryForObject(
        "select exists (select 1 from record where message_id = ? and part > 0)",
        Boolean.class,
        message);
  }
}
