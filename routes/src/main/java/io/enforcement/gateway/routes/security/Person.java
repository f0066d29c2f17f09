package io.enforcement.gateway.routes.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A named account.
 *
 * @param name account name, never used twice
 * @param role the one role
 * @param partner whose developer an integrator is, or whose region a regional data officer's is;
 *     null for everybody else, and for one who was given none
 * @param disabledAt since when the token opens nothing any more, or null
 */
public record Person(
    UUID id, String name, Role role, String partner, Instant createdAt, Instant disabledAt) {}
