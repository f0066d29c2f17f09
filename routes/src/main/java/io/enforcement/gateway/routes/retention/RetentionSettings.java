package io.enforcement.gateway.routes.retention;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code gateway.retention}.
 *
 * @param bodies how long bodies are kept of partners whose {@code partner.yaml} does not say; null
 *     for ever
 */
@ConfigurationProperties(prefix = "gateway.retention", ignoreUnknownFields = false)
public record RetentionSettings(Period bodies) {

  public RetentionSettings {
    if (bodies != null && (bodies.isZero() || bodies.isNegative())) {
      throw new CannotStart("gateway.retention.bodies is " + bodies + ": a time, such as P3Y.");
    }
  }
}
