package io.enforcement.gateway.routes.sandbox.farside;

import java.util.Set;

/**
 * One simulated partner. Safe for use by several threads; closing it frees its ports and leaves its
 * ledger readable on disk.
 */
public interface SandboxPartner extends AutoCloseable {

  /** The partner's id, as in its {@code partner.yaml}. */
  String id();

  /** What this kind of partner can be told to do: a sender has nothing to refuse. */
  Set<Behaviour.Kind> supports();

  Behaviour behaviour();

  /**
   * Switches the behaviour for everything that comes from now on.
   *
   * @throws IllegalArgumentException when the kind is not among {@link #supports()}
   */
  void behave(Behaviour behaviour);

  /** What this partner itself has written down. */
  Ledger ledger();

  @Override
  void close();
}
