package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.util.Map;
import java.util.Optional;

/**
 * A partner's far side as the sandbox uses it, whatever its transport. Used by one thread, which
 * closes {@link #partner()} in the end.
 */
public interface FarSide {

  /** The simulated partner itself, with its ledger and its fault switch. */
  SandboxPartner partner();

  /** What a site would set to reach it over its transport. */
  Map<String, String> settings();

  /**
   * Sends a document of an exchange.
   *
   * @param key names it, where the transport has a place for a name
   */
  Submission send(Sending sending, String key, byte[] document) throws InterruptedException;

  /**
   * Sends under the name that an earlier one had: a repetition, or with other bytes a conflict.
   *
   * @param name as the earlier submission said it
   */
  default Submission again(Sending sending, String name, byte[] document)
      throws InterruptedException {
    return send(sending, name, document);
  }

  /** What the sender sees of a document that it laid down. */
  default Fate fate(Sending sending, String name) {
    return Fate.UNSEEN;
  }

  /** Looks for what has come to where it lies and waits; returns how much that was. */
  int look() throws InterruptedException;

  /**
   * What came with this delivery.
   *
   * @param exchange by which it was delivered
   * @param key of the delivery
   * @param expected what should have come; where a transport takes documents apart, it is put
   *     together again in the same form
   */
  Optional<byte[]> arrived(String exchange, String key, byte[] expected);
}
