package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A partner's Artemis on loopback that speaks Core and AMQP, as it comes out of the box: it makes a
 * queue for whoever names one and has the right. Our account may use {@link #QUEUE} and {@link
 * #ASIDE}, and not {@link #FORBIDDEN}. Used by one thread.
 */
public final class PartnerBroker implements AutoCloseable {

  static final String QUEUE = "decisions";
  static final String ASIDE = "decisions.aside";
  static final String FORBIDDEN = "judges";
  static final String FULL = "full";
  static final String DEAD = "DLQ";
  static final int DELIVERIES = 3;

  /** Our account. */
  public static final String US = "gateway-account";

  private static final String OWNER = "owner";

  /** Several may run in one process. */
  private static final AtomicInteger IDS = new AtomicInteger(70);

  /** Of every account. */
  public static final Secret PASSWORD = new Secret("invented-for-this-broker");

  private final Path directory;
  private final int port = freePort();
  private final String owners = "vm://" + IDS.incrementAndGet();
  private final String tls;
  private final List<String> queues = new ArrayList<>(List.of(QUEUE, ASIDE, FORBIDDEN, FULL, DEAD));
  private EmbeddedActiveMQ artemis;

  private PartnerBroker(Path directory, String tls) {
    this.directory = directory;
    this.tls = tls;
  }

  /** With these queues besides its usual ones. */
  public static PartnerBroker start(Path directory, String... more) {
    PartnerBroker broker = new PartnerBroker(directory, "");
    broker.queues.addAll(List.of(more));
    broker.start();
    return broker;
  }

  /** Shows its certificate and wants ours. */
  static PartnerBroker startWithTls(Path directory, Certificates its, Certificates trusted) {
    PartnerBroker broker =
        new PartnerBroker(
            directory,
            ";sslEnabled=true;needClientAuth=true;keyStoreType=PKCS12;trustStoreType=PKCS12"
                + ";keyStorePath="
                + its.keyStore()
                + ";keyStorePassword="
                + Certificates.PASSWORD
                + ";trustStorePath="
                + trusted.trustStore()
                + ";trustStorePassword="
                + Certificates.PASSWORD);
    broker.start();
    return broker;
  }

  public String address() {
    return (tls.isEmpty() ? "tcp" : "tls") + "://127.0.0.1:" + port;
  }

  /** Our settings for one of its queues. */
  ConnectorSettings settings(String protocol, String queue, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("broker", address());
    values.put("protocol", protocol);
    values.put("user", US);
    values.put("credentials", "broker");
    values.put("queue", queue);
    values.put("aside", ASIDE);
    values.put("connect-timeout", "PT3S");
    values.put("request-timeout", "PT5S");
    values.putAll(more);
    return new ConnectorSettings("court", values, PartnerBroker::secret);
  }

  private static Secret secret(String name) {
    return switch (name) {
      case "broker" -> PASSWORD;
      case "stores" -> new Secret(Certificates.PASSWORD);
      default -> new Secret("a-guess");
    };
  }

  /** Whether it runs. */
  public boolean isUp() {
    return artemis.getActiveMQServer().isStarted();
  }

  public void start() {
    try {
      artemis = new EmbeddedActiveMQ();
      artemis.setConfiguration(configuration());
      artemis.setSecurityManager(accounts());
      artemis.start();
      for (String queue : queues) {
        artemis
            .getActiveMQServer()
            .createQueue(
                QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true),
                true);
      }
    } catch (Exception e) {
      throw new IllegalStateException("the partner's broker does not start", e);
    }
  }

  public void stop() {
    try {
      artemis.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the partner's broker does not stop", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  boolean hasQueue(String name) {
    return artemis.getActiveMQServer().locateQueue(SimpleString.of(name)) != null;
  }

  long count(String name) {
    Queue queue = artemis.getActiveMQServer().locateQueue(SimpleString.of(name));
    return queue.getMessageCount();
  }

  /** Everything that lies on a queue, taken away. */
  public List<Found> take(String queue) throws JMSException {
    List<Found> all = new ArrayList<>();
    try (JMSContext jms = owner()) {
      var consumer = jms.createConsumer(jms.createQueue(queue));
      for (Message m = consumer.receiveNoWait(); m != null; m = consumer.receiveNoWait()) {
        all.add(Found.of(m));
      }
    }
    return all;
  }

  /** Puts something on a queue as its owner. */
  void put(String queue, Function<JMSContext, Message> message) {
    try (JMSContext jms = owner()) {
      jms.createProducer().send(jms.createQueue(queue), message.apply(jms));
    }
  }

  /** Puts a text under a key, as a sender whose library allows only Java identifiers. */
  public void putText(String queue, String id, String text) {
    put(
        queue,
        jms -> {
          TextMessage message = jms.createTextMessage(text);
          try {
            message.setStringProperty(Letter.KEY_OF_JMS, id);
          } catch (JMSException e) {
            throw new IllegalStateException(e);
          }
          return message;
        });
  }

  /** A message as the partner sees it. */
  public record Found(
      String key, String type, String exchange, String queue, String reason, String body) {

    static Found of(Message message) throws JMSException {
      return new Found(
          message.getStringProperty("Idempotency-Key"),
          message.getStringProperty("Content-Type"),
          message.getStringProperty("Exchange"),
          message.getStringProperty("Original-Queue"),
          message.getStringProperty("Reason"),
          message instanceof BytesMessage bytes
              ? text(bytes)
              : message instanceof TextMessage text ? text.getText() : "?");
    }

    private static String text(BytesMessage message) throws JMSException {
      byte[] body = new byte[(int) message.getBodyLength()];
      message.readBytes(body);
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private JMSContext owner() {
    return new ActiveMQConnectionFactory(owners, OWNER, PASSWORD.reveal()).createContext();
  }

  private Configuration configuration() throws Exception {
    String options = ";useEpoll=false;useKQueue=false" + tls;
    return new ConfigurationImpl()
        .setName("partner-broker")
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(1024 * 1024)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
        .setJMXManagementEnabled(false)
        .setSecurityRoles(
            Map.of(
                "#",
                Set.of(everything(US), everything(OWNER)),
                FORBIDDEN,
                Set.of(everything(OWNER))))
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setMaxDeliveryAttempts(DELIVERIES))
        .addAddressSetting(
            FULL,
            new AddressSettings()
                .setMaxSizeBytes(1)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL))
        .addAcceptorConfiguration("in-vm", owners)
        .addAcceptorConfiguration(
            "tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE,AMQP" + options);
  }

  private static Role everything(String name) {
    return new Role(
        name, true, true, true, true, true, true, false, true, true, true, false, false);
  }

  private ActiveMQJAASSecurityManager accounts() {
    SecurityConfiguration accounts = new SecurityConfiguration();
    for (String name : List.of(US, OWNER)) {
      accounts.addUser(name, PASSWORD.reveal());
      accounts.addRole(name, name);
    }
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
