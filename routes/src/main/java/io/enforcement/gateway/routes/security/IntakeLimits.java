package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the HTTP intake.
 *
 * @param maxBytes largest body in bytes
 * @param clockWindow how far a request's timestamp may be from our clock, either way
 */
@ConfigurationProperties("gateway.intake")
public record IntakeLimits(
    @DefaultValue("1048576") int maxBytes, @DefaultValue("PT5M") Duration clockWindow) {

  private static final int SMALLEST = 1024;
  private static final int LARGEST = 67_108_864;

  /** Checks the bound of a body. */
  public IntakeLimits {
    if (maxBytes < SMALLEST || maxBytes > LARGEST) {
      throw new CannotStart(
          "gateway.intake.max-bytes is %d: from %d to %d.".formatted(maxBytes, SMALLEST, LARGEST));
    }
  }
}
