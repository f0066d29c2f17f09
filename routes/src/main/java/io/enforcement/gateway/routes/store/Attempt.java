package io.enforcement.gateway.routes.store;

import java.util.UUID;

/**
 * One attempt, committed before its first byte leaves.
 *
 * @param claim the claim that it belongs to
 * @param number from 1; with the delivery's id it fences off whoever comes back late
 * @param request what is sent; empty when the process that knew it is gone
 */
public record Attempt(UUID claim, DueDelivery delivery, int number, byte[] request) {}
