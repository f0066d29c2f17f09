package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.Secret;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Artemis by its own protocol. */
record CoreBroker(ActiveMQConnectionFactory factory) implements Broker {

  static CoreBroker of(JmsSettings settings) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(false, transport(settings));
    settings.user().ifPresent(factory::setUser);
    settings.password().map(Secret::reveal).ifPresent(factory::setPassword);
    factory.setCallTimeout(settings.requestTimeout().toMillis());
    factory.setInitialConnectAttempts(1);
    factory.setReconnectAttempts(0);
    // A broker tells its clients of others; we go nowhere but where the site's setting says.
    factory.setUseTopologyForLoadBalancing(false);
    factory.setBlockOnDurableSend(true);
    factory.setBlockOnAcknowledge(true);
    // A sender without credit would wait for ever; the broker says at once that it is full.
    factory.setProducerWindowSize(-1);
    // No Java objects from any queue: nothing may be deserialised.
    factory.setDeserializationAllowList("");
    factory.setDeserializationDenyList("*");
    return new CoreBroker(factory);
  }

  private static TransportConfiguration transport(JmsSettings settings) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
    parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
    parameters.put(
        TransportConstants.NETTY_CONNECT_TIMEOUT, (int) settings.connectTimeout().toMillis());
    parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
    if (settings.tls()) {
      parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
      parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
      parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
      settings.keyStore().ifPresent(store -> put(parameters, "keyStore", store));
      settings.trustStore().ifPresent(store -> put(parameters, "trustStore", store));
    }
    return new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters);
  }

  private static void put(Map<String, Object> parameters, String prefix, TlsStore store) {
    parameters.put(prefix + "Path", store.file());
    parameters.put(prefix + "Type", TlsStore.TYPE);
    parameters.put(prefix + "Password", store.password().reveal());
  }

  @Override
  public Connection connect() throws JMSException {
    return factory.createConnection();
  }

  @Override
  public boolean hasQueue(Session session, String queue) throws JMSException {
    try {
      return ((ActiveMQSession) session)
          .getCoreSession()
          .queueQuery(SimpleString.of(queue))
          .isExists();
    } catch (ActiveMQException e) {
      throw (JMSException) new JMSException("the broker does not answer").initCause(e);
    }
  }

  @Override
  public void header(Message message, String name, String value) {
    ((ActiveMQMessage) message).getCoreMessage().putStringProperty(name, value);
  }

  /** The client asks the broker; nothing is missed. */
  @Override
  public Message next(MessageConsumer consumer) throws JMSException {
    return consumer.receiveNoWait();
  }
}
