package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An Artemis inside this process, in {@code broker} under the data directory, with no door to the
 * network unless the site wants one for its partners.
 *
 * <p>The directory is disposable: when it cannot be read it is moved aside and a new one is begun,
 * because every wake-up in it can be told again from the store. With a door it also holds what
 * partners have just put there: then what was moved aside is never deleted. One thread starts and
 * closes it.
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
  private final BrokerGuard guard;
  private final Optional<AmqpListener> door;
  private final MeterRegistry meters;
  private final AtomicBoolean stalled = new AtomicBoolean();
  private volatile EmbeddedActiveMQ artemis;

  private EmbeddedBroker(
      Secret password,
      Path directory,
      boolean journalSync,
      BrokerGuard guard,
      Optional<AmqpListener> door,
      MeterRegistry meters) {
    this.number = NUMBERS.incrementAndGet();
    this.password = password;
    this.directory = directory;
    this.journalSync = journalSync;
    this.guard = guard;
    this.door = door;
    this.meters = meters;
  }

  /**
   * Starts the broker of a directory, on a fresh one when that is absent or damaged.
   *
   * @param journalSync whether each journal write is forced to disk
   * @param guard knows the gateway's account by this password
   * @param door for partners, if there is one
   * @param meters told how its queues do
   * @throws CannotStart when not even an empty directory serves
   */
  static EmbeddedBroker start(
      Path directory,
      Secret password,
      boolean journalSync,
      BrokerGuard guard,
      Optional<AmqpListener> door,
      MeterRegistry meters) {
    EmbeddedBroker broker =
        new EmbeddedBroker(password, directory, journalSync, guard, door, meters);
    try {
      broker.begin();
    } catch (Exception damaged) {
      LOG.warn(
          "The broker directory cannot be used ({}); beginning a new one. {}",
          damaged.toString(),
          broker.loss());
      broker.beginAnew();
    }
    return broker;
  }

  /**
   * Begins again after the broker has stopped itself (its directory was deleted, its disk failed):
   * on what is left of the directory when partners' messages may lie in it, else on an empty one.
   * Its queues may be gone and have to be declared again.
   *
   * @throws CannotStart when not even an empty directory serves
   */
  void restart() {
    close();
    if (door.isPresent()) {
      try {
        begin();
        return;
      } catch (Exception damaged) {
        LOG.warn("The broker directory cannot be used ({}). {}", damaged.toString(), loss());
      }
    }
    beginAnew();
  }

  /** What it means that a directory is given up. */
  String loss() {
    return door.isEmpty()
        ? "Nothing is lost."
        : "What partners had just put on their queues is in the directory that was moved aside.";
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
    next.setConfiguration(
        EmbeddedBrokerConfiguration.of(directory, number, journalSync, door)
            .setMetricsConfiguration(BrokerMeters.of(meters)));
    next.setSecurityManager(guard);
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

  private void moveAside(Path directory) {
    String name = directory.getFileName() + ".damaged";
    Path aside =
        directory.resolveSibling(door.isEmpty() ? name : name + "-" + System.currentTimeMillis());
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
