package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.jms.JmsConnector;
import io.enforcement.gateway.connectors.jms.JmsSource;
import io.enforcement.gateway.routes.CannotStart;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Partners that come to our broker ({@code via: amqp}): each puts its messages on queues of its own
 * and fetches its deliveries from one. On an external broker the queues are the same, and who may
 * use them is the business of those who run it. Thread-safe.
 */
@Component
public class AmqpDoor {

  /** The word behind {@code via}. */
  public static final String VIA = "amqp";

  private final BrokerSettings settings;
  private final QueueRegistry queues;
  private final BrokerGuard guard;
  private final ActiveMQConnectionFactory broker;

  AmqpDoor(
      BrokerSettings settings,
      QueueRegistry queues,
      BrokerGuard guard,
      ActiveMQConnectionFactory brokerConnections) {
    this.settings = settings;
    this.queues = queues;
    this.guard = guard;
    this.broker = brokerConnections;
  }

  /** Where a partner puts the messages of an exchange. */
  public static String inQueue(String partner, String exchange) {
    return "in." + partner + "." + exchange;
  }

  /** Where a partner fetches what is delivered to it. */
  public static String partnerQueue(String partner) {
    return "partner." + partner;
  }

  /** Declares the queue on which a partner puts messages; nobody else may. */
  public void openForSending(String partner, String exchange) {
    requireDoor(partner);
    queues.declareKept(inQueue(partner, exchange));
    guard.grant(partner, CheckType.SEND, inQueue(partner, exchange));
  }

  /** Declares the queue from which a partner fetches; nobody else may. */
  public void openForFetching(String partner) {
    requireDoor(partner);
    queues.declareKept(partnerQueue(partner));
    guard.grant(partner, CheckType.CONSUME, partnerQueue(partner));
  }

  /** Takes what a partner has put on its queue; what cannot be taken goes to the dead letters. */
  public Source source(String exchange, ConnectorSettings own) {
    return new JmsSource(
        broker,
        with(
            own,
            Map.of(
                "queue",
                inQueue(own.partner(), exchange),
                "aside",
                QueueRegistry.DEAD_LETTERS,
                "max-bytes",
                String.valueOf(settings.amqp().maxBytes()))));
  }

  /**
   * Puts deliveries on a partner's queue. Delivered then means that they lie there: the broker
   * keeps them and drops repetitions (class A), but whether and when the partner fetches them only
   * its own answer tells.
   */
  public Connector connector(ConnectorSettings own) {
    return new JmsConnector(broker, with(own, Map.of("queue", partnerQueue(own.partner()))));
  }

  private void requireDoor(String partner) {
    if (settings.isEmbedded() && !settings.amqp().isOpen()) {
      throw new CannotStart(
          "Partner " + partner + " uses via: amqp, but gateway.broker.amqp.port is not set.");
    }
  }

  private static ConnectorSettings with(ConnectorSettings own, Map<String, String> fixed) {
    Map<String, String> values = new HashMap<>(own.values());
    values.putAll(fixed);
    return new ConnectorSettings(own.partner(), values, own.secrets());
  }
}
