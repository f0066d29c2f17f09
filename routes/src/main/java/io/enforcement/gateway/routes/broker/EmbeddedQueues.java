package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;

/** Declares queues on the embedded broker; its messaging account has no right to. */
final class EmbeddedQueues implements QueueRegistry {

  private final Set<QueueConfiguration> declared = ConcurrentHashMap.newKeySet();
  private final EmbeddedBroker broker;

  EmbeddedQueues(EmbeddedBroker broker) {
    this.broker = broker;
  }

  @Override
  public void declare(String queue) {
    declare(wakeUps(queue));
  }

  @Override
  public void declareKept(String queue) {
    declare(kept(queue));
  }

  @Override
  public void declareAgain() {
    declared.forEach(this::declare);
  }

  private void declare(QueueConfiguration queue) {
    declared.add(queue);
    try {
      broker.server().createQueue(new QueueConfiguration(queue), true);
    } catch (Exception e) {
      throw new CannotStart("The queue " + queue.getName() + " cannot be declared.", e);
    }
  }

  static QueueConfiguration wakeUps(String queue) {
    return kept(queue).setRingSize(RING_SIZE);
  }

  static QueueConfiguration kept(String queue) {
    return QueueConfiguration.of(queue)
        .setAddress(queue)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(true)
        .setAutoCreateAddress(true)
        .setAutoDelete(false);
  }
}
