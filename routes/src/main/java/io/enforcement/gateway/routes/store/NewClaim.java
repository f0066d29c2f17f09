package io.enforcement.gateway.routes.store;

import java.time.Duration;
import java.util.UUID;

/**
 * A claim that is committed together with the deliveries it is for.
 *
 * @param epoch of the process that will make the attempts
 * @param lease after which others may take them for lost; longer than any attempt can last
 */
public record NewClaim(UUID id, long epoch, Duration lease) {}
