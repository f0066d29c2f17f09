package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.routes.sandbox.farside.QueuePartner;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A partner whose messages go over queues.
 *
 * @param settings what a site sets to reach it
 * @param outgoing the queue for the messages of an exchange
 * @param incoming the queues on which it finds something
 * @param aside where the gateway puts what it cannot take; empty when the partner may not look
 *     there
 */
record QueueSide(
    QueuePartner partner,
    Map<String, String> settings,
    UnaryOperator<String> outgoing,
    Collection<String> incoming,
    String aside)
    implements FarSide {

  @Override
  public Submission send(Sending sending, String key, byte[] document) {
    return partner.put(outgoing.apply(sending.exchange()), key, document)
        ? Submission.laid(key)
        : Submission.impossible(key);
  }

  @Override
  public Fate fate(Sending sending, String name) {
    if (aside.isEmpty()) {
      return Fate.UNSEEN;
    }
    if (partner.lies(outgoing.apply(sending.exchange()), name)) {
      return Fate.WAITING;
    }
    return partner.lies(aside, name) ? Fate.ASIDE : Fate.TAKEN;
  }

  @Override
  public int look() {
    return incoming.stream().mapToInt(partner::look).sum();
  }

  @Override
  public Optional<byte[]> arrived(String exchange, String key, byte[] expected) {
    return partner.arrived(key);
  }
}
