package io.enforcement.gateway.routes.reference;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules as the gateway applies them: with what lies in the reference folder. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  /** Dates in registers are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Bean
  StandardValidator standardValidator(DataDirectory data, Clock clock) {
    ReferenceFolder folder =
        new ReferenceFolder(
            data.path().resolve("reference"), () -> LocalDate.now(clock.withZone(CHINA)));
    return new StandardValidator(new CurrentReference(folder));
  }
}
