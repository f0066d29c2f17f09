package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from a queue. Each is acknowledged by itself, after the taker has committed it;
 * what cannot be taken is moved to the queue of the setting {@code aside} and acknowledged only
 * when it is there. A crash in between shows the message again and the taker recognises it.
 *
 * <p>What is left for later costs the message nothing. When the taker fails, the broker counts a
 * failed delivery: after so many, by its own setting, it puts the message among its dead letters.
 * Used by one thread at a time.
 */
public final class JmsSource implements Source {

  private static final Logger LOG = LoggerFactory.getLogger(JmsSource.class);
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String partner;
  private final Broker broker;
  private final BrokerLink link;
  private final String queue;
  private final String aside;
  private final int maxBytes;

  /**
   * From a queue of the partner's broker.
   *
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public JmsSource(ConnectorSettings settings) {
    this(Broker.of(JmsSettings.of(settings)), settings);
  }

  /** From a queue of a broker that we have already; of the settings only the queues count. */
  public JmsSource(ActiveMQConnectionFactory broker, ConnectorSettings settings) {
    this(new CoreBroker(broker), settings);
  }

  private JmsSource(Broker broker, ConnectorSettings settings) {
    this.broker = broker;
    partner = settings.partner();
    link = new BrokerLink(broker);
    queue = JmsSettings.queue(settings, "queue");
    aside = JmsSettings.queue(settings, "aside");
    maxBytes = settings.number("max-bytes", MAX_BYTES);
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    Connection connection = null;
    try {
      connection = link.connection();
      // Its end gives back, uncounted, whatever was fetched and not acknowledged.
      try (Session session = connection.createSession(false, Broker.INDIVIDUAL_ACKNOWLEDGE)) {
        for (String needed : new String[] {queue, aside}) {
          if (!broker.hasQueue(session, needed)) {
            throw new Unreachable("the broker has no queue " + needed, null);
          }
        }
        return handOver(session, limit, taker);
      }
    } catch (JMSException e) {
      if (connection != null) {
        link.doubt(connection);
      }
      throw new Unreachable(reason(e), e);
    }
  }

  private int handOver(Session session, int limit, Taker taker) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      int handed = 0;
      while (handed < limit) {
        Message message = broker.next(consumer);
        if (message == null || !handOver(session, message, taker)) {
          break;
        }
        handed++;
      }
      return handed;
    }
  }

  /** False when it stays for later, and what comes after it too. */
  private boolean handOver(Session session, Message message, Taker taker) throws JMSException {
    try {
      Letter letter = Letter.read(message, maxBytes);
      Verdict verdict = take(session, letter, taker);
      if (verdict == Verdict.LATER) {
        return false;
      }
      if (verdict != Verdict.TAKEN) {
        String reason = verdict == Verdict.CONFLICT ? "the key came before" : "not accepted";
        putAside(session, letter.copy(session), Optional.of(letter.key()), reason);
      }
    } catch (Letter.Unfit e) {
      LOG.warn("partner {}: a message is put aside: {}", partner, e.getMessage());
      Optional<String> key = Letter.key(message);
      message.clearProperties();
      putAside(session, message, key, e.getMessage());
    }
    message.acknowledge();
    return true;
  }

  private static Verdict take(Session session, Letter letter, Taker taker) throws JMSException {
    try {
      return taker.take(new Item(letter.key(), letter.body()));
    } catch (RuntimeException e) {
      session.recover();
      throw e;
    }
  }

  /** None of the sender's headers goes with it but the key. */
  private void putAside(Session session, Message message, Optional<String> key, String reason)
      throws JMSException {
    if (key.isPresent()) {
      broker.header(message, Letter.KEY, key.get());
    }
    broker.header(message, Letter.ORIGINAL_QUEUE, queue);
    broker.header(message, Letter.REASON, reason);
    try (MessageProducer producer = session.createProducer(session.createQueue(aside))) {
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.send(message);
    }
  }

  private static String reason(JMSException failure) {
    return failure instanceof JMSSecurityException
        ? "the broker does not let us in"
        : "the broker failed: " + failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    link.close();
  }
}
