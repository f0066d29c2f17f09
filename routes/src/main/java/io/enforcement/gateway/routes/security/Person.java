package io.enforcement.gateway.routes.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A named account.
 *
 * @param name account name, never used twice
 * @param role the one role
 * @param disabledAt since when the token opens nothing any more, or null
 */
public record Person(UUID id, String name, Role role, Instant createdAt, Instant disabledAt) {}
