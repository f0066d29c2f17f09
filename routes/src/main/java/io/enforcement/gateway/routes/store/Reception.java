package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What the store made of an arrival. For {@code KEPT} and {@code DUPLICATE} id, digest and time are
 * those of the message on disk, so that both give the same receipt.
 */
public record Reception(
    Kind kind, UUID id, String sender, String exchange, byte[] digest, Instant receivedAt) {

  /** The four answers. */
  public enum Kind {
    /** On disk since this call. */
    KEPT,
    /** The same bytes were on disk already. */
    DUPLICATE,
    /** Other bytes with the same key are on disk. */
    CONFLICT,
    /** The signature's nonce was used before. */
    NONCE_USED
  }
}
