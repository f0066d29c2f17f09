package io.enforcement.gateway.routes.store;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whatever asks or changes whether a file is here holds the lock of its digest until the commit: no
 * delivery can begin to wait for a file that has just come. Thread-safe.
 */
@Component
class DigestLocks {

  private final JdbcTemplate jdbc;

  DigestLocks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Always in the same order, so that two that want the same files do not wait for each other. */
  void hold(Collection<String> digests) {
    jdbc.query(
        """
        select pg_advisory_xact_lock(hashtextextended(d, 0))
        from (select distinct d from unnest(?::text[]) as u (d) order by d) as ordered
        """,
        row -> {},
        (Object) digests.toArray(String[]::new));
  }
}
