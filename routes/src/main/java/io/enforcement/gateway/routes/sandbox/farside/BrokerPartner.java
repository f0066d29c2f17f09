package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A partner with a broker of its own (Artemis) on loopback: its queues are there when it starts and
 * nobody makes others. Safe for several threads.
 */
public final class BrokerPartner extends QueuePartner {

  private static final String OWNER = "owner";
  private static final String DEAD = "dead-letters";
  private static final int FILE_SIZE = 1024 * 1024;

  private final Path directory;
  private final String user;
  private final Secret password;
  private final List<String> queues;
  private final int port;
  private final Mailbox mailbox;
  private EmbeddedActiveMQ broker;

  /**
   * @param directory where ledger and messages are kept
   * @param user the account of the gateway
   * @param password of that account, and of the partner's own
   */
  public BrokerPartner(
      String id, Path directory, String user, Secret password, List<String> queues) {
    super(id, directory);
    this.directory = directory;
    this.user = user;
    this.password = password;
    this.queues = Stream.concat(queues.stream(), Stream.of(DEAD)).toList();
    port = freePort();
    mailbox =
        new Mailbox(
            new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + port + "?useEpoll=false&useKQueue=false",
                OWNER,
                password.reveal()));
    joinTheNet();
  }

  /** Where it listens, on loopback. */
  public int port() {
    return port;
  }

  @Override
  Mailbox mailbox() {
    return mailbox;
  }

  @Override
  synchronized void joinTheNet() {
    if (broker != null) {
      return;
    }
    try {
      broker = new EmbeddedActiveMQ();
      broker.setConfiguration(configuration());
      broker.setSecurityManager(accounts());
      broker.start();
      for (String queue : queues) {
        QueueConfiguration wanted = QueueConfiguration.of(queue).setAutoCreateAddress(true);
        broker
            .getActiveMQServer()
            .createQueue(wanted.setRoutingType(RoutingType.ANYCAST).setDurable(true), true);
      }
    } catch (Exception e) {
      throw new IllegalStateException("the partner's broker does not start", e);
    }
  }

  @Override
  synchronized void leaveTheNet() {
    mailbox.close();
    if (broker == null) {
      return;
    }
    try {
      broker.stop();
      broker = null;
    } catch (Exception e) {
      throw new IllegalStateException("the partner's broker does not stop", e);
    }
  }

  private Configuration configuration() throws Exception {
    return new ConfigurationImpl()
        .setName("sandbox-" + id())
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(FILE_SIZE)
        .setJournalMinFiles(2)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
        .setThreadPoolMaxSize(4)
        .setScheduledThreadPoolMaxSize(1)
        .setJMXManagementEnabled(false)
        .setSecurityRoles(Map.of("#", Set.of(mayUse(user), mayUse(OWNER))))
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setExpiryAddress(SimpleString.of(DEAD)))
        .addAcceptorConfiguration(
            "tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE;useEpoll=false;useKQueue=false");
  }

  private static Role mayUse(String name) {
    return new Role(
        name, true, true, false, false, false, false, false, true, false, false, false, false);
  }

  private ActiveMQJAASSecurityManager accounts() {
    SecurityConfiguration accounts = new SecurityConfiguration();
    for (String name : List.of(user, OWNER)) {
      accounts.addUser(name, password.reveal());
      accounts.addRole(name, name);
    }
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }
}
