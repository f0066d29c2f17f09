package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions of the site's own partner packs, the same for all nodes. A version never changes;
 * one that has not begun yet can be withdrawn. Thread-safe.
 */
@Component
public class PackStore {

  private static final String IN_FORCE =
      """
      select distinct on (partner) partner, version from pack
      where withdrawn_at is null and in_force_from <= now()
      order by partner, in_force_from desc, version desc
      """;

  private static final RowMapper<Version> VERSION =
      (row, n) ->
          new Version(
              row.getString("partner"),
              row.getInt("version"),
              row.getString("digest"),
              row.getBoolean("removal"),
              row.getBoolean("dated"),
              row.getTimestamp("in_force_from").toInstant(),
              row.getString("origin"),
              row.getTimestamp("installed_at").toInstant(),
              row.getString("installed_by"),
              instant(row.getTimestamp("withdrawn_at")));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  PackStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * One version.
   *
   * @param digest of the files, as {@code PackFiles} says; of nothing for a removal
   * @param removal whether this version takes the partner out of service
   * @param dated whether it was installed for a day, rather than at once
   * @param origin where it came from, for example {@code folder} or {@code version 2}
   * @param withdrawnAt null unless it was withdrawn before it began
   */
  public record Version(
      String partner,
      int version,
      String digest,
      boolean removal,
      boolean dated,
      Instant inForceFrom,
      String origin,
      Instant installedAt,
      String installedBy,
      Instant withdrawnAt) {}

  /**
   * What is to become a version.
   *
   * @param files zip file, or null to take the partner out of service
   * @param from when it begins; null for at once
   */
  public record NewVersion(
      String partner, String digest, byte[] files, Instant from, String origin) {}

  /**
   * Adds a version unless the partner has one of the same files, whoever added it meanwhile, and
   * returns the number of either.
   */
  public int addOnce(NewVersion added, String person) {
    return transaction.execute(
        status -> {
          lock(added.partner());
          return versions(added.partner()).stream()
              .filter(version -> version.digest().equals(added.digest()))
              .map(Version::version)
              .findFirst()
              .orElseGet(() -> add(added, person));
        });
  }

  /** Adds a version and returns its number. */
  public int add(NewVersion added, String person) {
    return transaction.execute(
        status -> {
          lock(added.partner());
          Integer version =
              jdbc.queryForObject(
                  """
                  insert into pack (partner, version, digest, files, dated, in_force_from, origin, installed_by)
                  select ?, coalesce(max(version), 0) + 1, ?, ?, ?, coalesce(?, clock_timestamp()), ?, ?
                  from pack where partner = ? returning version
                  """,
                  Integer.class,
                  added.partner(),
                  added.digest(),
                  added.files(),
                  added.from() != null,
                  added.from() == null ? null : Timestamp.from(added.from()),
                  added.origin(),
                  person,
                  added.partner());
          note(Milestone.PACK_INSTALLED, added.partner(), person, version, added.origin());
          return version;
        });
  }

  private void lock(String partner) {
    jdbc.query("select pg_advisory_xact_lock(hashtext(?))", row -> null, partner);
  }

  /**
   * Withdraws a version that has not begun.
   *
   * @return false when there is none of that number, or it has begun
   */
  public boolean withdraw(String partner, int version, String person) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              int rows =
                  jdbc.update(
                      """
                      update pack set withdrawn_at = now(), withdrawn_by = ?
                      where partner = ? and version = ? and withdrawn_at is null and in_force_from > now()
                      """,
                      person,
                      partner,
                      version);
              if (rows == 1) {
                note(Milestone.PACK_WITHDRAWN, partner, person, version, "not begun");
              }
              return rows == 1;
            }));
  }

  /**
   * By partner, the version that is in force now; among them those that take one out of service.
   */
  public Map<String, Integer> inForce() {
    Map<String, Integer> versions = new HashMap<>();
    jdbc.query(
        IN_FORCE,
        row -> {
          versions.put(row.getString(1), row.getInt(2));
        });
    return versions;
  }

  /** All versions of a partner, the latest first. */
  public List<Version> versions(String partner) {
    return jdbc.query(
        "select *, files is null as removal from pack where partner = ? order by version desc",
        VERSION,
        partner);
  }

  /** One version. */
  public Optional<Version> version(String partner, int version) {
    return versions(partner).stream().filter(v -> v.version() == version).findFirst();
  }

  /** The version that was in force when this one began. */
  public Optional<Version> before(Version later) {
    return jdbc
        .query(
            """
            select *, files is null as removal from pack
            where partner = ? and version <> ? and withdrawn_at is null and in_force_from <= ?
            order by in_force_from desc, version desc limit 1
            """,
            VERSION,
            later.partner(),
            later.version(),
            Timestamp.from(later.inForceFrom()))
        .stream()
        .findFirst();
  }

  /** The zip file of a version; empty when it takes the partner out of service. */
  public Optional<byte[]> files(String partner, int version) {
    return Optional.ofNullable(
        jdbc.queryForObject(
            "select files from pack where partner = ? and version = ?",
            byte[].class,
            partner,
            version));
  }

  private void note(Milestone milestone, String partner, String person, int version, String from) {
    trail.append(
        new AuditEvent(
            milestone, null, null, null, partner, person, "version " + version + ", " + from));
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
