package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** How the embedded Artemis is set: small, closed, and never the place where a message is lost. */
final class EmbeddedBrokerConfiguration {

  static final String DEAD_LETTERS = "gateway.dead-letters";
  static final String EXPIRED = "gateway.expired";

  private static final String ROLE = "gateway";
  private static final int BUFFER_TIMEOUT_NANOS =
      200_000; // the default, 3.3 ms, allows 300 sends/s
  private static final long MEMORY = 64L * 1024 * 1024;
  private static final int FILE_SIZE = 4 * 1024 * 1024;

  private EmbeddedBrokerConfiguration() {}

  static Configuration of(Path directory, int number, boolean journalSync) {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("gateway-" + number);
    journal(configuration, directory, journalSync);
    limits(configuration);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(),
            Map.of(TransportConstants.SERVER_ID_PROP_NAME, number),
            "in-vm"));
    configuration.setJMXManagementEnabled(false).setResolveProtocols(false);
    configuration.setSecurityEnabled(true).setSecurityRoles(roles());
    configuration.addAddressSetting("#", settings());
    configuration.addAddressConfiguration(address(DEAD_LETTERS));
    configuration.addAddressConfiguration(address(EXPIRED));
    return configuration;
  }

  static ActiveMQSecurityManager accounts(String user, Secret password) {
    SecurityConfiguration accounts = new SecurityConfiguration();
    accounts.addUser(user, password.reveal());
    accounts.addRole(user, ROLE);
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
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
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        .setMaxDeliveryAttempts(5)
        // A sender of wake-ups must never hang on a full broker: the store tells them again.
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL);
  }

  private static Map<String, Set<Role>> roles() {
    Role use =
        new Role(
            ROLE, true, true, false, false, false, false, false, true, false, false, false, false);
    return Map.of("#", Set.of(use), "activemq.management.#", Set.of());
  }

  private static CoreAddressConfiguration address(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }
}
