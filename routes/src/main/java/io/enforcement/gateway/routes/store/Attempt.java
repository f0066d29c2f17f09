package io.enforcement.gateway.routes.store;

import java.util.UUID;

/**
 * One attempt, committed before its first byte leaves.
 *
 * @param claim the claim that it belongs to
 * @param number from 1; with the delivery's id it fences off whoever comes back late
 * @param request what is sent; empty as long as nothing was
 */
public record Attempt(UUID claim, DueDelivery delivery, int number, byte[] request) {

  private static final byte[] NOTHING = {};

  /** An attempt that nothing was sent for yet. */
  public static Attempt of(UUID claim, DueDelivery delivery, int number) {
    return new Attempt(claim, delivery, number, NOTHING);
  }

  /** The same attempt with what it sends. */
  public Attempt sending(byte[] bytes) {
    return new Attempt(claim, delivery, number, bytes);
  }
}
