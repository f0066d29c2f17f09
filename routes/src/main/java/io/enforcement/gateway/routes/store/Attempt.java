package io.enforcement.gateway.routes.store;

import java.util.Set;
import java.util.UUID;

/**
 * One attempt, committed before its first byte leaves.
 *
 * @param claim the claim that it belongs to
 * @param number from 1; with the delivery's id it fences off whoever comes back late
 * @param request what is sent; empty as long as nothing was
 * @param enclosed what is sent in its place when files go with it
 */
public record Attempt(
    UUID claim, DueDelivery delivery, int number, byte[] request, Enclosed enclosed) {

  private static final byte[] NOTHING = {};
  private static final Enclosed NO_FILES = new Enclosed(null, 0, Set.of());

  /**
   * A request in one piece with the record's files.
   *
   * @param sha256 of that piece, in hexadecimal digits; null when there is none
   * @param size of that piece in bytes
   * @param files their digests
   */
  public record Enclosed(String sha256, long size, Set<String> files) {}

  /** An attempt that nothing was sent for yet. */
  public static Attempt of(UUID claim, DueDelivery delivery, int number) {
    return new Attempt(claim, delivery, number, NOTHING, NO_FILES);
  }

  /** The same attempt with what it sends. */
  public Attempt sending(byte[] bytes) {
    return new Attempt(claim, delivery, number, bytes, NO_FILES);
  }

  /** The same attempt with what it sends in place of the request alone. */
  public Attempt enclosing(Enclosed piece) {
    return new Attempt(claim, delivery, number, request, piece);
  }
}
