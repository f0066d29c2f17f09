package io.enforcement.gateway.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;

/**
 * One kept connection to one broker, opened again when it is gone. Sessions belong to whoever made
 * them. Thread-safe.
 */
final class BrokerLink implements AutoCloseable {

  private final Broker broker;
  private Connection connection;
  private volatile Connection broken;

  BrokerLink(Broker broker) {
    this.broker = broker;
  }

  /** The connection in use, a new one when the last is known to be gone. */
  synchronized Connection connection() throws JMSException {
    if (connection != null && connection != broken) {
      return connection;
    }
    close();
    Connection opened = broker.connect();
    opened.setExceptionListener(e -> broken = opened);
    opened.start();
    connection = opened;
    return opened;
  }

  /** The next use opens a new connection. */
  void doubt(Connection used) {
    broken = used;
  }

  @Override
  public synchronized void close() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      closeQuietly(last::close);
    }
  }

  /** Something of JMS that is to be closed. */
  @FunctionalInterface
  interface Closing {
    void close() throws JMSException;
  }

  /** What the broker says to a goodbye changes nothing. */
  static void closeQuietly(Closing closing) {
    try {
      closing.close();
    } catch (JMSException | RuntimeException e) {
      // It was gone already.
    }
  }
}
