package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Declares queues on an external broker where its account may, and verifies that they exist where
 * it may not.
 */
final class ExternalQueues implements QueueRegistry {

  private final ActiveMQConnectionFactory broker;

  ExternalQueues(ActiveMQConnectionFactory broker) {
    this.broker = broker;
  }

  @Override
  public synchronized void declare(String queue) {
    try (ClientSessionFactory factory = broker.getServerLocator().createSessionFactory();
        ClientSession session =
            factory.createSession(
                broker.getUser(), broker.getPassword(), false, true, true, false, 0)) {
      if (!session.queueQuery(SimpleString.of(queue)).isExists()) {
        create(session, queue);
      }
    } catch (CannotStart e) {
      throw e;
    } catch (Exception e) {
      throw new CannotStart("The broker at gateway.broker.url does not answer: " + e, e);
    }
  }

  private static void create(ClientSession session, String queue) throws ActiveMQException {
    try {
      if (!session.addressQuery(SimpleString.of(queue)).isExists()) {
        session.createAddress(SimpleString.of(queue), RoutingType.ANYCAST, false);
      }
      session.createQueue(EmbeddedQueues.configuration(queue));
    } catch (ActiveMQException e) {
      // Another node may have been faster; then all is well.
      if (e.getType() != ActiveMQExceptionType.QUEUE_EXISTS
          && e.getType() != ActiveMQExceptionType.ADDRESS_EXISTS) {
        throw new CannotStart(
            "The broker has no queue " + queue + ", and this account may not create it.", e);
      }
    }
  }
}
