package io.enforcement.gateway.benchmarks.naive;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/**
 * The embedded broker of a naive flow: persistent, every durable send and commit synced, the flush
 * timer at 0.2 ms (the default of 3.3 ms would hold one producer under 300 messages a second).
 */
final class QueueBroker implements AutoCloseable {

  static final String WORK = "work";
  static final String DEAD = "dead";
  static final int ATTEMPTS = 3;

  private static final int FLUSH_NANOS = 200_000;
  private static final int PRODUCER_CONNECTIONS = 8;

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final ActiveMQConnectionFactory consumers = new ActiveMQConnectionFactory("vm://0");
  private final JmsPoolConnectionFactory producers = new JmsPoolConnectionFactory();

  QueueBroker(Path directory) throws Exception {
    server.setConfiguration(configuration(directory)).start();
    producers.setConnectionFactory(new ActiveMQConnectionFactory("vm://0"));
    producers.setMaxConnections(PRODUCER_CONNECTIONS);
  }

  private static Configuration configuration(Path directory) throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(true)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setJournalType(JournalType.NIO)
            .setJournalBufferTimeout_NIO(FLUSH_NANOS)
            .setJournalSyncNonTransactional(true)
            .setJournalSyncTransactional(true)
            .setJournalDatasync(true)
            .setJournalDirectory(directory.resolve("journal").toString())
            .setBindingsDirectory(directory.resolve("bindings").toString())
            .setPagingDirectory(directory.resolve("paging").toString())
            .setLargeMessagesDirectory(directory.resolve("large").toString())
            .addAcceptorConfiguration("in-vm", "vm://0")
            .addAddressSetting(
                "#",
                new AddressSettings()
                    .setMaxDeliveryAttempts(ATTEMPTS)
                    .setRedeliveryDelay(0)
                    .setDeadLetterAddress(SimpleString.of(DEAD))
                    .setAutoCreateQueues(false)
                    .setAutoCreateAddresses(false));
    return configuration.addAddressConfiguration(queue(WORK)).addAddressConfiguration(queue(DEAD));
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

  /** For consumers, which hold their sessions. */
  ConnectionFactory consumers() {
    return consumers;
  }

  /** For producers, which come and go with each send. */
  ConnectionFactory producers() {
    return producers;
  }

  /** The bodies that now lie in the dead-letter queue. */
  List<byte[]> dead() throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    try (var context = consumers.createContext();
        var browser = context.createBrowser(context.createQueue(DEAD))) {
      for (Object message : Collections.list(browser.getEnumeration())) {
        bodies.add(((jakarta.jms.Message) message).getBody(byte[].class));
      }
    }
    return bodies;
  }

  @Override
  public void close() throws Exception {
    producers.stop();
    consumers.close();
    server.stop();
  }
}
