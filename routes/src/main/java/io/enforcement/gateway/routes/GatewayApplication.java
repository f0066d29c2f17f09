package io.enforcement.gateway.routes;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The gateway as a Spring application. It is started by {@link
 * io.enforcement.gateway.routes.cli.EnforcementGateway}; tests start it directly.
 */
@SpringBootApplication(
    // Observations wrap every filter and every request; nobody reads them. Meters stay.
    exclude = {ObservationAutoConfiguration.class, LogbackMetricsAutoConfiguration.class})
public class GatewayApplication {

  /** The data directory, unless the command line has already opened it. */
  @Bean
  @ConditionalOnMissingBean
  DataDirectory dataDirectory(@Value("${gateway.data-dir}") Path directory) {
    return DataDirectory.open(directory);
  }
}
