package io.enforcement.gateway.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

/** What the two wire protocols do differently, and nothing else. Thread-safe. */
interface Broker {

  /** Both clients know this mode by the same number; JMS itself has no name for it. */
  int INDIVIDUAL_ACKNOWLEDGE = 101;

  /** The broker of one partner, by its setting {@code protocol}. */
  static Broker of(JmsSettings settings) {
    return settings.protocol() == JmsSettings.Protocol.CORE
        ? CoreBroker.of(settings)
        : new AmqpBroker(settings);
  }

  /**
   * Connects and logs in; nothing is tried twice.
   *
   * @throws JMSException when the broker is not there, is not the one it should be, or lets us not
   *     in
   */
  Connection connect() throws JMSException;

  /**
   * Whether the queue is there. Asked before anything is sent or fetched, because many brokers make
   * a queue for whoever names one.
   */
  boolean hasQueue(Session session, String queue) throws JMSException;

  /**
   * Sets a header whose name need not be a Java identifier, as JMS would have it: partners who are
   * not Java read {@code Idempotency-Key} as it stands in the HTTP interface.
   */
  void header(Message message, String name, String value) throws JMSException;

  /** The next message that is ready, or null. */
  Message next(MessageConsumer consumer) throws JMSException;
}
