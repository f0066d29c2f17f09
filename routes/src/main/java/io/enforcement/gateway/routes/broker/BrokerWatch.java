package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the embedded broker anew when it has stopped itself, because somebody deleted its
 * directory or its disk failed for a moment. The store still knows all the work, so nothing but a
 * little time is lost. While it cannot begin anew, liveness stays down.
 */
@Component
class BrokerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private final BrokerSettings settings;
  private final ObjectProvider<EmbeddedBroker> broker;
  private final QueueRegistry queues;

  BrokerWatch(
      BrokerSettings settings, ObjectProvider<EmbeddedBroker> broker, QueueRegistry queues) {
    this.settings = settings;
    this.broker = broker;
    this.queues = queues;
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    if (!settings.isEmbedded() || broker.getObject().isAlive()) {
      return;
    }
    LOG.warn("The embedded broker has stopped; beginning it anew. Nothing is lost.");
    try {
      broker.getObject().restart();
      if (queues instanceof EmbeddedQueues embedded) {
        embedded.declareAgain();
      }
    } catch (CannotStart e) {
      LOG.error("{}", e.getMessage());
    }
  }
}
