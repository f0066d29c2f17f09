package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * The embedded broker's one door to the network: AMQP 1.0, over TLS, to whoever has a certificate
 * that the trust store vouches for. There is no way to open it wider.
 *
 * @param certificates whose certificate is whose
 * @param maxBytes larger messages are refused when they come
 */
record AmqpListener(
    BrokerSettings.Amqp settings,
    Secret keyStorePassword,
    Secret trustStorePassword,
    PartnerCertificates certificates,
    int maxBytes) {

  static final String NAME = "amqp";

  private static final int MOST_CONNECTIONS = 200;
  private static final int IDLE_MILLIS = 60_000;

  /**
   * @param secrets finds a secret by its name
   * @throws CannotStart naming the setting that is missing or wrong
   */
  static AmqpListener of(BrokerSettings.Amqp settings, Function<String, Secret> secrets) {
    require(settings.keyStore(), "key-store");
    require(settings.trustStore(), "trust-store");
    return new AmqpListener(
        settings,
        secrets.apply(settings.keyStorePasswordName()),
        secrets.apply(settings.trustStorePasswordName()),
        new PartnerCertificates(settings.certificates()),
        settings.maxBytes());
  }

  private static void require(Path file, String name) {
    if (file == null || !Files.isReadable(file)) {
      throw new CannotStart(
          "gateway.broker.amqp." + name + " is missing or names no file that can be read.");
    }
  }

  TransportConfiguration acceptor() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
    parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
    parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "AMQP");
    parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
    parameters.put(TransportConstants.CONNECTIONS_ALLOWED, MOST_CONNECTIONS);
    parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    parameters.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
    parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
    parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
    parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, settings.keyStore().toString());
    parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, keyStorePassword.reveal());
    parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
    parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, settings.trustStore().toString());
    parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, trustStorePassword.reveal());
    // The certificate is the only way to say who one is.
    Map<String, Object> amqp = Map.of("saslMechanisms", "EXTERNAL", "amqpIdleTimeout", IDLE_MILLIS);
    return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, NAME, amqp);
  }
}
