package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.springframework.util.FileSystemUtils;

/**
 * An Artemis of a site, outside the gateway: reached over TCP on loopback by account and password.
 * Nothing is created by itself; what the account may create is asked for. Used by one thread.
 */
public final class FarBroker implements AutoCloseable {

  /** The gateway's account. */
  public static final String ACCOUNT = "gateway-account";

  static {
    NettyBuffers.allowAll();
  }

  private final Path directory;
  private final Secret password;
  private final boolean mayCreate;
  private EmbeddedActiveMQ artemis;
  private int port; // any free one at the first start, the same ever after

  private FarBroker(Path directory, Secret password, boolean mayCreate) {
    this.directory = directory;
    this.password = password;
    this.mayCreate = mayCreate;
  }

  /** A broker on which the account may create durable queues and their addresses. */
  public static FarBroker open(Path directory, Secret password) {
    return started(new FarBroker(directory, password, true));
  }

  /** A broker on which the account may only send and receive. */
  public static FarBroker closed(Path directory, Secret password) {
    return started(new FarBroker(directory, password, false));
  }

  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  public Secret password() {
    return password;
  }

  /** The queues that somebody made here. */
  public Set<String> queues() {
    return new TreeSet<>(
        Set.of(artemis.getActiveMQServer().getActiveMQServerControl().getQueueNames()));
  }

  public void start() {
    try {
      artemis = new EmbeddedActiveMQ();
      artemis.setConfiguration(configuration());
      artemis.setSecurityManager(accounts());
      artemis.start();
      port = artemis.getActiveMQServer().getRemotingService().getAcceptor("tcp").getActualPort();
    } catch (Exception e) {
      throw new IllegalStateException("the far broker does not start", e);
    }
  }

  public void stop() {
    try {
      artemis.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the far broker does not stop", e);
    }
  }

  /** Whatever it knew is gone when it starts again. */
  public void forgetEverything() throws Exception {
    FileSystemUtils.deleteRecursively(directory);
  }

  @Override
  public void close() {
    stop();
  }

  private static FarBroker started(FarBroker broker) {
    broker.start();
    return broker;
  }

  private Configuration configuration() throws Exception {
    String tcp = "tcp://127.0.0.1:" + port + "?protocols=CORE;useEpoll=false;useKQueue=false";
    Role role =
        new Role(
            ACCOUNT, true, true, mayCreate, false, false, false, false, false, mayCreate, false,
            false, false);
    return new ConfigurationImpl()
        .setName("far-broker")
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(1024 * 1024)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
        .setJMXManagementEnabled(false)
        .setSecurityRoles(Map.of("#", Set.of(role)))
        .addAddressSetting("#", nothingByItself())
        .addAcceptorConfiguration("tcp", tcp);
  }

  private static AddressSettings nothingByItself() {
    return new AddressSettings()
        .setAutoCreateQueues(false)
        .setAutoDeleteQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteAddresses(false);
  }

  private ActiveMQJAASSecurityManager accounts() {
    SecurityConfiguration accounts = new SecurityConfiguration();
    accounts.addUser(ACCOUNT, password.reveal());
    accounts.addRole(ACCOUNT, ACCOUNT);
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
  }
}
