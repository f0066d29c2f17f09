package io.enforcement.gateway.routes.reference;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What lies in the reference folder, and the rules as the gateway applies them: with it. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  /** Dates in registers are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Bean
  CurrentReference currentReference(DataDirectory data, Clock clock) {
    return new CurrentReference(
        new ReferenceFolder(
            data.path().resolve("reference"), () -> LocalDate.now(clock.withZone(CHINA))));
  }

  @Bean
  StandardValidator standardValidator(CurrentReference reference) {
    return new StandardValidator(reference);
  }
}
