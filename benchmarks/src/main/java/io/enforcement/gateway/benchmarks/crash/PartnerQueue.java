package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The broker of a partner that puts its decisions on a queue. What the gateway has acknowledged is
 * gone from it; what it has not comes again. Thread-safe.
 */
final class PartnerQueue implements AutoCloseable {

  static final String PARTNER = "crash-queue";
  static final String QUEUE = "crash.decisions";
  static final String ASIDE = "crash.aside";

  /** However often the gateway dies over a message, it stays on its queue. */
  private static final int ALWAYS = -1;

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final ActiveMQConnectionFactory clients = new ActiveMQConnectionFactory("vm://7");
  private final int port;

  PartnerQueue(Path directory) throws IOException {
    this.port = freePort();
    try {
      server.setConfiguration(configuration(directory)).start();
    } catch (Exception e) {
      throw new IOException("the partner's broker cannot be started", e);
    }
  }

  private Configuration configuration(Path directory) throws Exception {
    return new ConfigurationImpl()
        .setPersistenceEnabled(true)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .addAcceptorConfiguration("in-vm", "vm://7")
        .addAcceptorConfiguration("partners", "tcp://127.0.0.1:" + port + "?protocols=CORE")
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setMaxDeliveryAttempts(ALWAYS)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false))
        .addAddressConfiguration(queue(QUEUE))
        .addAddressConfiguration(queue(ASIDE));
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(
            QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Puts a message there; when this returns it is on disk. */
  void put(QueuedCase queued) {
    try (var context = clients.createContext()) {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(HousingDecision.of(queued.caseNumber(), queued.decision(), 1));
      message.setStringProperty("Idempotency_Key", queued.key());
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.PERSISTENT)
          .send(context.createQueue(QUEUE), message);
    } catch (jakarta.jms.JMSException e) {
      throw new IllegalStateException("the partner's broker takes nothing", e);
    }
  }

  /** Whether the gateway has acknowledged all that was put there. */
  boolean isEmpty() {
    return server.getActiveMQServer().locateQueue(QUEUE).getMessageCount() == 0;
  }

  @Override
  public void close() throws IOException {
    clients.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the partner's broker does not stop", e);
    }
  }
}
