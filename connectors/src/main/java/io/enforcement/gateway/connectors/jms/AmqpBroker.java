package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.Secret;
import jakarta.jms.Connection;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.util.Optional;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;

/** Any broker that speaks AMQP 1.0 (ISO/IEC 19464). */
final class AmqpBroker implements Broker {

  /** The client holds whole messages in memory, however large: never many of them. */
  private static final int PREFETCH = 10;

  /** A message that was not here in so many milliseconds is found at the next look. */
  private static final long PATIENCE = 300;

  private final JmsConnectionFactory factory;

  AmqpBroker(JmsSettings settings) {
    factory = new JmsConnectionFactory(address(settings));
    settings.user().ifPresent(factory::setUsername);
    settings.password().map(Secret::reveal).ifPresent(factory::setPassword);
    if (settings.tls()) {
      factory.setSslContext(TlsStore.context(settings.keyStore(), settings.trustStore()));
    }
    factory.setConnectTimeout(settings.connectTimeout().toMillis());
    factory.setRequestTimeout(settings.requestTimeout().toMillis());
    factory.setSendTimeout(settings.requestTimeout().toMillis());
    factory.setCloseTimeout(settings.connectTimeout().toMillis());
    factory.setForceSyncSend(true);
    // Else an empty look drains the link, which an Artemis with a large message under way leaves
    // unanswered now and then.
    factory.setReceiveLocalOnly(true);
    factory.setValidatePropertyNames(false);
    JmsDefaultPrefetchPolicy prefetch = new JmsDefaultPrefetchPolicy();
    prefetch.setAll(PREFETCH);
    factory.setPrefetchPolicy(prefetch);
    // No Java objects from any queue: nothing may be deserialised.
    JmsDefaultDeserializationPolicy nothing = new JmsDefaultDeserializationPolicy();
    nothing.setAllowList("");
    nothing.setDenyList("*");
    factory.setDeserializationPolicy(nothing);
  }

  private static URI address(JmsSettings settings) {
    String scheme = settings.tls() ? "amqps" : "amqp";
    String mechanism =
        settings.user().isPresent() ? "PLAIN" : settings.keyStore().map(k -> "EXTERNAL").orElse("");
    return URI.create(
        scheme
            + "://"
            + settings.host()
            + ":"
            + settings.port()
            + "?transport.connectTimeout="
            + settings.connectTimeout().toMillis()
            + "&transport.useEpoll=false&transport.useKQueue=false"
            + (settings.tls() ? "&transport.verifyHost=true" : "")
            + (mechanism.isEmpty() ? "" : "&amqp.saslMechanisms=" + mechanism));
  }

  @Override
  public Connection connect() throws JMSException {
    Connection connection = factory.createConnection();
    try {
      // The client connects when it is started, not before.
      connection.start();
      return connection;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * AMQP has no other question than to attach a link; a broker that makes queues for whoever names
   * one makes it here, and it is for the site to take that right from our account.
   */
  @Override
  public boolean hasQueue(Session session, String queue) throws JMSException {
    try (MessageProducer asked = session.createProducer(session.createQueue(queue))) {
      return Optional.ofNullable(asked).isPresent();
    } catch (InvalidDestinationException e) {
      return false;
    }
  }

  @Override
  public void header(Message message, String name, String value) throws JMSException {
    message.setStringProperty(name, value);
  }

  @Override
  public Message next(MessageConsumer consumer) throws JMSException {
    return consumer.receive(PATIENCE);
  }
}
