package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A partner whose messages go over queues of a broker, whosever broker that is. Takes a message
 * once for each key and looks into nothing. Safe for several threads.
 */
public abstract class QueuePartner extends SwitchedPartner {

  private final Set<String> known;
  private final Arrivals arrivals = new Arrivals();

  QueuePartner(String id, Path directory) {
    super(id, directory, EnumSet.of(Kind.OK, Kind.DOWN));
    known = new TreeSet<>(ledger.keys(Event.ARRIVED).keySet());
  }

  /** Its client at the broker. */
  abstract Mailbox mailbox();

  /** Puts a message on a queue; false when the broker does not take it. */
  public final boolean put(String queue, String key, byte[] body) {
    boolean taken = mailbox().put(queue, key, body);
    if (taken) {
      ledger.append(Event.SENT, key, body, queue);
    }
    return taken;
  }

  /** Takes what lies on a queue for it; returns how much that was. */
  public final int look(String queue) {
    return behaviour().kind() == Kind.DOWN
        ? 0
        : mailbox().take(queue, (key, body) -> keep(key, body, queue));
  }

  /** Whether a message with this key lies on a queue; false also when the broker is away. */
  public final boolean lies(String queue, String key) {
    return mailbox().keys(queue).contains(key);
  }

  /** What came under this key, if it is not too long ago. */
  public final Optional<byte[]> arrived(String key) {
    return arrivals.of(key);
  }

  private synchronized void keep(String key, byte[] body, String queue) {
    arrivals.keep(key, body);
    ledger.append(known.add(key) ? Event.ARRIVED : Event.ARRIVED_AGAIN, key, body, queue);
  }

  @Override
  void end() {
    leaveTheNet();
  }
}
