package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An Artemis inside this process, in {@code broker} under the data directory, with no door to the
 * network.
 *
 * <p>The directory is disposable: when it cannot be read it is moved aside and a new one is begun,
 * because every wake-up in it can be told again from the store. One thread starts and closes it.
 */
public final class EmbeddedBroker implements AutoCloseable {

  static final String USER = "gateway";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  // Several brokers may live in one JVM (tests); each in-VM door needs its own number.
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int number;
  private final Secret password;
  private final Path directory;
  private final boolean journalSync;
  private final AtomicBoolean stalled = new AtomicBoolean();
  private volatile EmbeddedActiveMQ artemis;

  private EmbeddedBroker(int number, Secret password, Path directory, boolean journalSync) {
    this.number = number;
    this.password = password;
    this.directory = directory;
    this.journalSync = journalSync;
  }

  /**
   * Starts the broker of a directory, on a fresh one when that is absent or damaged.
   *
   * @param journalSync whether each journal write is forced to disk
   * @throws CannotStart when not even an empty directory serves
   */
  public static EmbeddedBroker start(Path directory, Secret password, boolean journalSync) {
    EmbeddedBroker broker =
        new EmbeddedBroker(NUMBERS.incrementAndGet(), password, directory, journalSync);
    try {
      broker.begin();
    } catch (Exception damaged) {
      LOG.warn(
          "The broker directory cannot be used ({}); beginning a new one. Nothing is lost.",
          damaged.toString());
      broker.beginAnew();
    }
    return broker;
  }

  /**
   * Begins again on an empty directory after the broker has stopped itself (its directory was
   * deleted, its disk failed). Its queues are gone and have to be declared again.
   *
   * @throws CannotStart when not even an empty directory serves
   */
  void restart() {
    close();
    beginAnew();
  }

  public String url() {
    return "vm://" + number;
  }

  public Secret password() {
    return password;
  }

  /** False when the broker has stopped itself or one of its critical paths hangs. */
  public boolean isAlive() {
    return server().isActive() && !stalled.get();
  }

  @Override
  public void close() {
    try {
      artemis.stop();
    } catch (Exception e) {
      LOG.warn("The embedded broker did not stop cleanly ({}).", e.toString());
    }
  }

  ActiveMQServer server() {
    return artemis.getActiveMQServer();
  }

  private void beginAnew() {
    moveAside(directory);
    try {
      begin();
    } catch (Exception e) {
      throw new CannotStart("The embedded broker does not start in " + directory + ".", e);
    }
  }

  private void begin() throws Exception {
    EmbeddedActiveMQ next = new EmbeddedActiveMQ();
    next.setConfiguration(EmbeddedBrokerConfiguration.of(directory, number, journalSync));
    next.setSecurityManager(EmbeddedBrokerConfiguration.accounts(USER, password));
    try {
      next.start();
      if (!next.getActiveMQServer().isActive()) {
        throw new IllegalStateException("the broker is not active after its start");
      }
    } catch (Exception e) {
      next.stop();
      throw e;
    }
    artemis = next;
    stalled.set(false);
    watch();
  }

  // A hanging broker must be seen by liveness and end by the service manager, not by Artemis
  // halting the JVM under the database's feet.
  private void watch() {
    server()
        .getCriticalAnalyzer()
        .addAction(
            component -> {
              stalled.set(true);
              LOG.error("The embedded broker hangs in {}.", component.getClass().getSimpleName());
            });
    server()
        .registerIOCriticalErrorListener(
            (cause, message, file) -> {
              stalled.set(true);
              LOG.error("The embedded broker lost its disk: {}", message);
            });
  }

  private static void moveAside(Path directory) {
    Path aside = directory.resolveSibling(directory.getFileName() + ".damaged");
    try {
      FileSystemUtils.deleteRecursively(aside);
      if (Files.exists(directory)) {
        Files.move(directory, aside);
      }
    } catch (IOException e) {
      throw new CannotStart("The broker directory " + directory + " cannot be moved aside.", e);
    }
  }
}
