package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;

/** Declares queues on the embedded broker; its messaging account has no right to. */
final class EmbeddedQueues implements QueueRegistry {

  private final Set<String> declared = ConcurrentHashMap.newKeySet();
  private final EmbeddedBroker broker;

  EmbeddedQueues(EmbeddedBroker broker) {
    this.broker = broker;
  }

  @Override
  public void declare(String queue) {
    declared.add(queue);
    try {
      broker.server().createQueue(configuration(queue), true);
    } catch (Exception e) {
      throw new CannotStart("The queue " + queue + " cannot be declared.", e);
    }
  }

  @Override
  public void declareAgain() {
    declared.forEach(this::declare);
  }

  static QueueConfiguration configuration(String queue) {
    return QueueConfiguration.of(queue)
        .setAddress(queue)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(true)
        .setAutoCreateAddress(true)
        .setAutoDelete(false)
        .setRingSize(RING_SIZE);
  }
}
