package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.jms.OutcomeTable.Stage;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Puts one delivery as one persistent message on a queue. Accepted means that the broker keeps it,
 * not that the partner has read it.
 *
 * <p>An Artemis drops a message whose duplicate id ({@code _AMQ_DUPL_ID}, our key) it has seen
 * among the last so many of the address (20,000 by default, kept over a restart): effect class A.
 * Of another broker only its owner knows what it does; class C until then.
 *
 * <p>Thread-safe.
 */
public final class JmsConnector implements Connector {

  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private final Broker broker;
  private final BrokerLink link;
  private final Deque<Channel> idle = new ConcurrentLinkedDeque<>();
  private final String queue;
  private final boolean text;
  private final String contentType;

  /**
   * To a queue of the partner's broker.
   *
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public JmsConnector(ConnectorSettings settings) {
    this(Broker.of(JmsSettings.of(settings)), settings);
  }

  /**
   * To a queue of a broker that we have already; of the settings only those of the message count.
   */
  public JmsConnector(ActiveMQConnectionFactory broker, ConnectorSettings settings) {
    this(new CoreBroker(broker), settings);
  }

  private JmsConnector(Broker broker, ConnectorSettings settings) {
    this.broker = broker;
    link = new BrokerLink(broker);
    queue = JmsSettings.queue(settings, "queue");
    contentType = settings.optional("content-type").orElse("application/octet-stream");
    text =
        switch (settings.optional("message").orElse("bytes")) {
          case "bytes" -> false;
          case "text" -> true;
          default ->
              throw JmsSettings.wrong(settings, "message", "is neither bytes nor text", null);
        };
  }

  /** A session of its own for each thread at work; one that failed is not used again. */
  private record Channel(Connection connection, Session session) {}

  @Override
  public Outcome send(Dispatch dispatch) {
    Stage stage = Stage.CONNECTING;
    Channel channel = null;
    try {
      channel = borrow();
      stage = Stage.ATTACHING;
      if (!broker.hasQueue(channel.session(), queue)) {
        idle.push(channel);
        return OutcomeTable.noQueue();
      }
      Message message = message(channel.session(), dispatch);
      try (MessageProducer producer =
          channel.session().createProducer(channel.session().createQueue(queue))) {
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        stage = Stage.SENDING;
        producer.send(message);
      }
      idle.push(channel);
      return OutcomeTable.accepted();
    } catch (JMSException | RuntimeException e) {
      drop(channel);
      return OutcomeTable.of(stage, e);
    }
  }

  private Message message(Session session, Dispatch dispatch) throws JMSException {
    Message message;
    if (text) {
      message = session.createTextMessage(new String(dispatch.body(), StandardCharsets.UTF_8));
    } else {
      BytesMessage bytes = session.createBytesMessage();
      bytes.writeBytes(dispatch.body());
      message = bytes;
    }
    broker.header(message, Letter.KEY, dispatch.key());
    broker.header(message, Letter.CONTENT_TYPE, contentType);
    broker.header(message, Letter.EXCHANGE, dispatch.exchange());
    broker.header(message, DUPLICATE_ID, dispatch.key());
    return message;
  }

  private Channel borrow() throws JMSException {
    Connection connection = link.connection();
    Channel kept = idle.poll();
    while (kept != null && kept.connection() != connection) {
      kept = idle.poll();
    }
    return kept != null
        ? kept
        : new Channel(connection, connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
  }

  private static void drop(Channel channel) {
    if (channel != null) {
      BrokerLink.closeQuietly(channel.session()::close);
    }
  }

  @Override
  public void close() {
    idle.clear();
    link.close();
  }
}
