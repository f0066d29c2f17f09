package io.enforcement.gateway.routes.store;

import java.time.Duration;

/**
 * What follows from one attempt.
 *
 * @param state the delivery's new state
 * @param outcome the connector's word for it, kept as evidence
 * @param delay until the next attempt, when there is one
 * @param ladder failures on the ladder, this one included
 * @param uncertain whether some attempt so far may have had its effect
 */
public record Settlement(
    Attempt attempt,
    DeliveryState state,
    String outcome,
    String reason,
    byte[] reply,
    Duration delay,
    int ladder,
    boolean uncertain) {}
