package io.enforcement.gateway.routes.region.store;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.region}.
 *
 * @param superior the partner that is the level above: city or province
 * @param division code of the division that this gateway stands for; it signs statements
 * @param statementAfter how long after the end of a day it is stated
 * @param quiet a day is stated when nothing was added to it for so long
 */
@ConfigurationProperties(prefix = "gateway.region", ignoreUnknownFields = false)
public record RegionSettings(
    String superior,
    String division,
    @DefaultValue("PT1H") Duration statementAfter,
    @DefaultValue("PT1M") Duration quiet) {

  private static final String PARTNER = "[a-z][a-z0-9-]*";
  private static final String DIVISION = "[0-9]{6,12}";

  public RegionSettings {
    require(superior, PARTNER, "gateway.region.superior", "the id of a partner");
    require(division, DIVISION, "gateway.region.division", "a division code of 6 to 12 digits");
  }

  private static void require(String value, String form, String name, String what) {
    if (value == null || !value.matches(form)) {
      throw new CannotStart(name + " is not " + what + ".");
    }
  }
}
