package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the broker back into shape while the gateway runs. The store still knows all the work, so
 * nothing but a little time is lost.
 *
 * <p>The embedded broker is begun anew when it has stopped itself, because somebody deleted its
 * directory or its disk failed for a moment; while it cannot begin anew, liveness stays down. An
 * external broker is somebody else's: only our queues are made again when it came back without
 * them.
 */
@Component
class BrokerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private final BrokerSettings settings;
  private final ObjectProvider<EmbeddedBroker> broker;
  private final QueueRegistry queues;
  private boolean away;

  BrokerWatch(
      BrokerSettings settings, ObjectProvider<EmbeddedBroker> broker, QueueRegistry queues) {
    this.settings = settings;
    this.broker = broker;
    this.queues = queues;
  }

  @Scheduled(fixedDelay = 500)
  void lookAtEmbedded() {
    if (!settings.isEmbedded() || broker.getObject().isAlive()) {
      return;
    }
    LOG.warn("The embedded broker has stopped; beginning it anew. {}", broker.getObject().loss());
    try {
      broker.getObject().restart();
      queues.declareAgain();
    } catch (CannotStart e) {
      LOG.error("{}", e.getMessage());
    }
  }

  /** A broker that is away is told once when it goes and once when it is back. */
  @Scheduled(fixedDelay = 2000)
  void lookAtExternal() {
    if (settings.isEmbedded()) {
      return;
    }
    try {
      queues.declareAgain();
      if (away) {
        LOG.info("The broker at gateway.broker.url is back.");
      }
      away = false;
    } catch (CannotStart e) {
      if (!away) {
        LOG.warn("{} Until it is back, work waits in the store.", e.getMessage());
      }
      away = true;
    }
  }
}
