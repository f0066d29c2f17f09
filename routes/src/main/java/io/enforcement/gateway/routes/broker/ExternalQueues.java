package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Declares queues on an external broker where its account may, and verifies that they exist where
 * it may not.
 */
final class ExternalQueues implements QueueRegistry, AutoCloseable {

  private final Set<QueueConfiguration> declared = new LinkedHashSet<>();
  private final ActiveMQConnectionFactory broker;
  private ClientSessionFactory connection;
  private ClientSession session;

  /**
   * Connects at once: a wrong address or password is told at the start, not at the first message.
   *
   * @throws CannotStart when the broker does not answer or refuses the account
   */
  ExternalQueues(ActiveMQConnectionFactory broker) {
    this.broker = broker;
    connected();
  }

  @Override
  public synchronized void declare(String queue) {
    declare(EmbeddedQueues.wakeUps(queue));
  }

  @Override
  public synchronized void declareKept(String queue) {
    declare(EmbeddedQueues.kept(queue));
  }

  @Override
  public synchronized void declareAgain() {
    declared.forEach(this::ensure);
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close(); // and its session with it
    }
    connection = null;
    session = null;
  }

  private void declare(QueueConfiguration queue) {
    declared.add(queue);
    ensure(queue);
  }

  private void ensure(QueueConfiguration queue) {
    try {
      if (!connected().queueQuery(queue.getName()).isExists()) {
        create(connected(), queue);
      }
    } catch (ActiveMQException e) {
      throw lost(e);
    }
  }

  private ClientSession connected() {
    if (session != null && !session.isClosed()) {
      return session;
    }
    close();
    try {
      connection = broker.getServerLocator().createSessionFactory();
      session =
          connection.createSession(
              broker.getUser(), broker.getPassword(), false, true, true, false, 0);
      return session;
    } catch (Exception e) {
      throw lost(e);
    }
  }

  private CannotStart lost(Exception e) {
    close();
    if (e instanceof ActiveMQSecurityException) {
      return new CannotStart(
          "The broker at gateway.broker.url refuses the account "
              + broker.getUser()
              + "; check gateway.broker.user and the secret of gateway.broker.password-name.",
          e);
    }
    return new CannotStart("The broker at gateway.broker.url does not answer: " + e, e);
  }

  private static void create(ClientSession session, QueueConfiguration queue)
      throws ActiveMQException {
    try {
      if (!session.addressQuery(queue.getAddress()).isExists()) {
        unlessThere(
            ActiveMQExceptionType.ADDRESS_EXISTS,
            () -> session.createAddress(queue.getAddress(), RoutingType.ANYCAST, false));
      }
      unlessThere(
          ActiveMQExceptionType.QUEUE_EXISTS,
          () -> session.createQueue(new QueueConfiguration(queue)));
    } catch (ActiveMQSecurityException e) {
      throw new CannotStart(
          "The broker has no queue " + queue.getName() + ", and this account may not create it.",
          e);
    }
  }

  private interface Creation {
    void run() throws ActiveMQException;
  }

  /** Another node may have been faster; then all is well. */
  private static void unlessThere(ActiveMQExceptionType exists, Creation creation)
      throws ActiveMQException {
    try {
      creation.run();
    } catch (ActiveMQException e) {
      if (e.getType() != exists) {
        throw e;
      }
    }
  }
}
