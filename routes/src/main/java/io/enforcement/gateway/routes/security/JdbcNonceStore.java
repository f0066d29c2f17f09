package io.enforcement.gateway.routes.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Nonces in the table that the intake transaction writes too: the unique key decides, not code. */
@Component
public class JdbcNonceStore implements NonceStore {

  private final JdbcClient database;
  private final IntakeLimits limits;
  private final Clock clock;

  JdbcNonceStore(JdbcClient database, IntakeLimits limits, @Qualifier("machineClock") Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
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
   * Forgets nonces that no valid timestamp can go with any more: three clock windows have passed.
   */
  @Scheduled(fixedDelay = 60_000)
  void forgetOld() {
    Instant before = clock.instant().minus(limits.clockWindow().multipliedBy(3));
    database.sql("delete from nonce where at < ?").param(Timestamp.from(before)).update();
  }
}
