package io.enforcement.gateway.routes.brake;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.flood}: when a sender is held because it brings the same content
 * again and again under new keys.
 *
 * @param most so many keys with the same content of one exchange are taken
 * @param window in so long, from the first of them
 */
@ConfigurationProperties(prefix = "gateway.flood", ignoreUnknownFields = false)
public record FloodSettings(@DefaultValue("200") int most, @DefaultValue("PT10M") Duration window) {

  /** Checks that something is taken at all. */
  public FloodSettings {
    if (most < 1 || window.isNegative() || window.isZero()) {
      throw new CannotStart("gateway.flood: most is at least 1, window longer than nothing.");
    }
  }
}
