package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.util.Map;

/** A guest's far side as the tour uses it, whatever its transport. Used by one thread. */
interface FarSide {

  /** The simulated partner itself, with its ledger and its fault switch. */
  SandboxPartner partner();

  /** What a site would set to reach it over its transport. */
  Map<String, String> settings();

  /**
   * Sends a document of an exchange.
   *
   * @param key names it, where the transport has a place for a name
   * @return whether it was taken, or lies where the gateway will find it
   */
  boolean send(Tour.Sending sending, String key, byte[] document) throws InterruptedException;

  /** Looks for what has come to where it lies and waits; returns how much that was. */
  int look() throws InterruptedException;
}
