package io.enforcement.gateway.routes.sandbox.farside;

import java.nio.file.Path;
import java.util.Set;

/**
 * What all simulated partners have alike: a name, a fault switch and a ledger. What a behaviour
 * means is each partner's own affair. Safe for several threads.
 */
abstract class SwitchedPartner implements SandboxPartner {

  final Switch fault;
  final Ledger ledger;
  private final String id;

  /**
   * @param directory where the ledger is kept
   */
  SwitchedPartner(String id, Path directory, Set<Behaviour.Kind> supports) {
    this.id = id;
    fault = new Switch(supports);
    ledger = new Ledger(directory.resolve("ledger.tsv"));
  }

  /** Nobody can connect any more. */
  abstract void leaveTheNet();

  /** Can be connected to, as before; does nothing when it already can. */
  abstract void joinTheNet();

  /** Ends what the partner has running, while nobody thinks any more and the ledger is open. */
  abstract void end();

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Set<Behaviour.Kind> supports() {
    return fault.supports();
  }

  @Override
  public final Behaviour behaviour() {
    return fault.general();
  }

  @Override
  public void behave(Behaviour behaviour) {
    fault.general(behaviour);
    if (behaviour.kind() == Behaviour.Kind.DOWN) {
      leaveTheNet();
    } else {
      joinTheNet();
    }
  }

  @Override
  public final Ledger ledger() {
    return ledger;
  }

  @Override
  public final void close() {
    fault.close();
    end();
    ledger.close();
  }
}
