package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.validation.Rejected;

/**
 * Takes out of a message what must never be stored. A {@link ToStandard} that is also a seal has
 * every message of its exchange sealed at the door, before digest and storage: what the gateway
 * keeps, shows and answers for are the sealed bytes. Pure and deterministic, any thread. Sealing
 * what is sealed changes nothing, and sealed bytes translate to the same parts, or are refused for
 * the same reasons, as the message itself.
 */
public interface Seal {

  /**
   * The message without what must not be stored; the given bytes themselves when there is nothing
   * of it.
   *
   * @param message the bytes as received, bounded by the intake, not yet parsed; not to be changed
   * @throws Rejected when they cannot be read; then nobody knows what they hold, and nothing of
   *     them may be kept. Its findings may name fields of the message: a caller who tells them
   *     leaves out the paths
   */
  byte[] seal(byte[] message);
}
