package io.enforcement.gateway.routes.province.quality;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.enforcement.gateway.standards.model.Severity;

/**
 * A rule that was broken.
 *
 * @param dimension for which it counts
 * @param severity INFO costs nothing
 * @param records that break it
 * @param refused of these
 */
public record RankedRule(
    String rule,
    String dimension,
    Severity severity,
    long records,
    long refused,
    @JsonUnwrapped QualityRules.Texts texts) {}
