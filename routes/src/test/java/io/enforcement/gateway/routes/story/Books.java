package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.routes.DataDirectory;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The gateway's own database, through its two roles, past the application. */
final class Books {

  private final JdbcTemplate owner;
  private final JdbcTemplate runtime;

  Books(String url, DataDirectory data) {
    owner = as(url, "gateway_owner", data.secret("database-owner").orElseThrow().reveal());
    runtime = as(url, "gateway_runtime", data.secret("database-runtime").orElseThrow().reveal());
  }

  private static JdbcTemplate as(String url, String role, String password) {
    DriverManagerDataSource source = new DriverManagerDataSource(url, role, password);
    source.setSchema("gateway");
    return new JdbcTemplate(source);
  }

  /** The role that owns the tables and migrates them. */
  JdbcTemplate owner() {
    return owner;
  }

  /** The role that the running gateway uses. */
  JdbcTemplate runtime() {
    return runtime;
  }

  /** A message of this sender that has arrived and waits for its translation. */
  UUID arrived(String sender, int bytes) {
    UUID id = UUID.randomUUID();
    runtime.update(
        """
        insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at)
        values (?, ?, 'penalty-decision', 'rest', ?, ?, 'application/json', ?, now())
        """,
        id,
        sender,
        id.toString(),
        new byte[32],
        new byte[bytes]);
    return id;
  }

  /** What is stored because somebody sent something; notices of the gateway itself are not. */
  record Stored(int messages, int parked) {}

  Stored stored() {
    return new Stored(count("message where sender <> 'gateway'"), count("parked"));
  }

  private int count(String rows) {
    return owner.queryForObject("select count(*) from " + rows, Integer.class);
  }
}
