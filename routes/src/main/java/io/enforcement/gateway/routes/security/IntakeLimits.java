package io.enforcement.gateway.routes.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the HTTP intake.
 *
 * @param maxBytes largest body in bytes
 * @param clockWindow how far a request's timestamp may be from our clock, either way
 */
@Validated
@ConfigurationProperties("gateway.intake")
public record IntakeLimits(
    @DefaultValue("1048576") @Min(1024) @Max(67_108_864) int maxBytes,
    @DefaultValue("PT5M") @NotNull Duration clockWindow) {}
