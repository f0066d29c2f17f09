package io.enforcement.gateway.routes.security;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nonces in the table that the intake transaction writes too: the unique key decides, not code. */
@Component
public class JdbcNonceStore implements NonceStore {

  private final JdbcClient database;

  JdbcNonceStore(JdbcClient database) {
    this.database = database;
  }

  @Override
  public boolean firstUse(String partner, String nonce, Instant at) {
    return database
            .sql("insert into nonce (sender, nonce, at) values (?, ?, ?) on conflict do nothing")
            .params(partner, nonce, Timestamp.from(at))
            .update()
        == 1;
  }

  /**
   * Forgets nonces that no valid timestamp can go with any more; for a schedule.
   *
   * @param before must lie at least twice the clock window in the past
   * @return how many were forgotten
   */
  public int forget(Instant before) {
    return database.sql("delete from nonce where at < ?").param(Timestamp.from(before)).update();
  }
}
