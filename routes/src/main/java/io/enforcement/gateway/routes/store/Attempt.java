package io.enforcement.gateway.routes.store;

/**
 * One attempt, committed before its first byte leaves.
 *
 * @param number from 1; with the delivery's id it fences off whoever comes back late
 */
public record Attempt(DueDelivery delivery, int number, byte[] request) {}
