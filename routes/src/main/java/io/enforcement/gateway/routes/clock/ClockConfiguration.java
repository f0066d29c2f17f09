package io.enforcement.gateway.routes.clock;

import io.enforcement.gateway.routes.DataDirectory;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The gateway's clock, and the machine's. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  /** Where a sandbox is asked for whose time people may move. */
  public static final String MOVABLE = "gateway.movable-clock";

  private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);

  /** For what an attacker could gain by another time: signatures, tokens, nonces. */
  @Bean
  Clock machineClock() {
    return Clock.systemUTC();
  }

  @Bean
  @Primary
  @ConditionalOnProperty(MOVABLE)
  MovableClock movableClock(DataDirectory data) {
    MovableClock clock = MovableClock.keptIn(data.path().resolve("clock-ahead"));
    LOG.warn(
        "{} is on: this is a sandbox. Its clock is {} ahead of the machine's.",
        MOVABLE,
        clock.ahead());
    return clock;
  }

  @Bean
  @Primary
  @ConditionalOnMissingBean(MovableClock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean(MovableClock.class)
  MachineTime machineTime() {
    return machine -> machine;
  }
}
