package io.enforcement.gateway.routes.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** How the embedded Artemis is set: small, closed, and never the place where a message is lost. */
final class EmbeddedBrokerConfiguration {

  private static final int BUFFER_TIMEOUT_NANOS =
      200_000; // the default, 3.3 ms, allows 300 sends/s
  private static final long MEMORY = 64L * 1024 * 1024;
  private static final int FILE_SIZE = 4 * 1024 * 1024;

  /** Of what lies on one partner's queue; then its senders have to wait. */
  private static final long PARTNER_MEMORY = 16L * 1024 * 1024;

  /** A message that cannot be taken for a fault of ours gets so long until it is a dead letter. */
  private static final long REDELIVERY = 1_000;

  static {
    NettyBuffers.allowAll();
  }

  private EmbeddedBrokerConfiguration() {}

  static Configuration of(
      Path directory, int number, boolean journalSync, Optional<AmqpListener> door) {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("gateway-" + number);
    journal(configuration, directory, journalSync);
    limits(configuration);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(),
            Map.of(TransportConstants.SERVER_ID_PROP_NAME, number),
            "in-vm"));
    configuration.setJMXManagementEnabled(false).setResolveProtocols(door.isPresent());
    configuration.setSecurityEnabled(true).setSecurityRoles(roles());
    configuration.addAddressSetting("#", settings());
    for (String grave : List.of(QueueRegistry.DEAD_LETTERS, QueueRegistry.EXPIRED)) {
      configuration.addAddressConfiguration(address(grave));
      // From here nothing goes anywhere but into the store, however often that fails.
      configuration.addAddressSetting(grave, settings().setMaxDeliveryAttempts(-1));
    }
    door.ifPresent(listener -> open(configuration, listener));
    return configuration;
  }

  private static void open(ConfigurationImpl configuration, AmqpListener door) {
    configuration.addAcceptorConfiguration(door.acceptor());
    configuration.registerBrokerPlugin(new MessageSizeLimit(door.maxBytes()));
    for (String queues : List.of("in.#", "partner.#")) {
      configuration.addAddressSetting(
          queues, settings().setMaxSizeBytes(PARTNER_MEMORY).setRedeliveryDelay(REDELIVERY));
    }
    // Artemis remembers logins by the subject of a certificate; two certificates may share one.
    configuration.setAuthenticationCacheSize(0).setAuthorizationCacheSize(0);
  }

  private static void journal(ConfigurationImpl configuration, Path directory, boolean sync) {
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS)
        .setJournalSyncTransactional(sync)
        .setJournalSyncNonTransactional(sync)
        .setJournalDatasync(sync)
        .setJournalFileSize(FILE_SIZE)
        .setJournalMinFiles(2)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString());
  }

  private static void limits(ConfigurationImpl configuration) {
    configuration
        .setGlobalMaxSize(MEMORY)
        .setMaxDiskUsage(97)
        .setThreadPoolMaxSize(16)
        .setScheduledThreadPoolMaxSize(2)
        .setMessageCounterEnabled(false)
        .setGracefulShutdownEnabled(false);
    configuration
        .setCriticalAnalyzer(true)
        .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG)
        .setCriticalAnalyzerTimeout(30_000);
  }

  private static AddressSettings settings() {
    return new AddressSettings()
        .setAutoCreateQueues(false)
        .setAutoDeleteQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteAddresses(false)
        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
        .setDeadLetterAddress(SimpleString.of(QueueRegistry.DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(QueueRegistry.EXPIRED))
        .setMaxDeliveryAttempts(5)
        // A sender of wake-ups must never hang on a full broker: the store tells them again.
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL);
  }

  private static Map<String, Set<Role>> roles() {
    Role use =
        new Role(
            BrokerGuard.ROLE,
            true,
            true,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false);
    return Map.of("#", Set.of(use), "activemq.management.#", Set.of());
  }

  private static CoreAddressConfiguration address(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }
}
