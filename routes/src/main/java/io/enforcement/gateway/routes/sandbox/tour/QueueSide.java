package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.routes.sandbox.farside.QueuePartner;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A guest whose messages go over queues.
 *
 * @param settings what a site sets to reach it
 * @param outgoing the queue for the messages of an exchange
 * @param incoming the queues on which it finds something
 */
record QueueSide(
    QueuePartner partner,
    Map<String, String> settings,
    UnaryOperator<String> outgoing,
    Collection<String> incoming)
    implements FarSide {

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document) {
    return partner.put(outgoing.apply(sending.exchange()), key, document);
  }

  @Override
  public int look() {
    return incoming.stream().mapToInt(partner::look).sum();
  }
}
