package io.enforcement.gateway.routes.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The database's clock, by which deadlines of work and the times of events are kept. Thread-safe.
 */
@Component
public class ClockStore {

  private final JdbcTemplate jdbc;

  ClockStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What time it is there. */
  public Instant now() {
    return jdbc.queryForObject("select clock_timestamp()", Timestamp.class).toInstant();
  }
}
