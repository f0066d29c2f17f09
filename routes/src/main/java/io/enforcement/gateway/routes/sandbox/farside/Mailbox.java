package io.enforcement.gateway.routes.sandbox.farside;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A partner's client at a broker: puts messages on queues and takes them from queues. Opens its
 * connection when it is needed, and a new one after a failure. Safe for several threads.
 */
final class Mailbox implements AutoCloseable {

  private static final String KEY = "Idempotency-Key";
  private static final String KEY_OF_JMS = "Idempotency_Key";
  private static final long PATIENCE_MILLIS = 100;

  private final ConnectionFactory broker;
  private Connection connection;

  Mailbox(ConnectionFactory broker) {
    this.broker = broker;
  }

  /** What a partner does in a session. */
  @FunctionalInterface
  private interface Work {
    int in(Session session) throws JMSException;
  }

  /** True when the broker has it. */
  boolean put(String queue, String key, byte[] body) {
    return 1
        == work(
            session -> {
              try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty(KEY_OF_JMS, key);
                message.writeBytes(body);
                producer.send(message);
                return 1;
              }
            });
  }

  /**
   * Takes all that lies on a queue; returns how much that was, 0 also when the broker is away.
   *
   * @param keeper gets key and body of each before the broker forgets it
   */
  int take(String queue, BiConsumer<String, byte[]> keeper) {
    return work(
        session -> {
          try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            int taken = 0;
            Message next;
            while ((next = consumer.receive(PATIENCE_MILLIS)) != null) {
              keeper.accept(next.getStringProperty(KEY), body(next));
              next.acknowledge();
              taken++;
            }
            return taken;
          }
        });
  }

  /** The keys of what lies on a queue. */
  Set<String> keys(String queue) {
    Set<String> keys = new TreeSet<>();
    work(
        session -> {
          try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
              Message message = (Message) messages.nextElement();
              for (String name : List.of(KEY, KEY_OF_JMS)) {
                Optional.ofNullable(message.getStringProperty(name)).ifPresent(keys::add);
              }
            }
            return keys.size();
          }
        });
    return keys;
  }

  private static byte[] body(Message message) throws JMSException {
    return message instanceof TextMessage text
        ? text.getText().getBytes(StandardCharsets.UTF_8)
        : message.getBody(byte[].class);
  }

  private synchronized int work(Work work) {
    try (Session session = connection().createSession(false, Session.CLIENT_ACKNOWLEDGE)) {
      return work.in(session);
    } catch (JMSException e) {
      close();
      return 0;
    }
  }

  private Connection connection() throws JMSException {
    if (connection == null) {
      connection = broker.createConnection();
      connection.start();
    }
    return connection;
  }

  @Override
  public synchronized void close() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      try {
        last.close();
      } catch (JMSException e) {
        // It was gone already.
      }
    }
  }
}
