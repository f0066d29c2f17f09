package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Trigger.Pulled;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.machine.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Kills and restarts one gateway. Used by one thread. */
final class Killer {

  private static final long PATIENCE_SECONDS = 60;
  private static final long RECOVERY_SECONDS = 300;
  private static final long SHOWING_SECONDS = 20;
  private static final long UNDER_LOAD_SECONDS = 5;

  private final GatewayProcess gateway;
  private final Path dataDirectory;
  private final Trigger trigger;
  private final HttpReceiver showing;
  private final Consumer<String> log;

  Killer(
      GatewayProcess gateway,
      Path dataDirectory,
      Trigger trigger,
      HttpReceiver showing,
      Consumer<String> log) {
    this.gateway = gateway;
    this.dataDirectory = dataDirectory;
    this.trigger = trigger;
    this.showing = showing;
    this.log = log;
  }

  /**
   * Kills at the next such moment under load after the delay, and starts again. No message meets
   * three of them, see {@link DiedTwice}.
   *
   * @return the kill, or empty when it does not count
   */
  Optional<Kill> kill(Moment moment, long delayMillis, boolean deleteBroker)
      throws IOException, SQLException, InterruptedException {
    awaitNoThirdDeath();
    requireLoad();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
    trigger.arm(moment, gateway::signalKill);
    if (moment == Moment.ANY) {
      trigger.at(moment, "");
    }
    Optional<Pulled> pulled = trigger.await(PATIENCE_SECONDS);
    gateway.kill();
    if (deleteBroker) {
      Directories.delete(dataDirectory.resolve("broker"));
    }
    long restart = gateway.start().toMillis();
    Optional<Kill> kill =
        pulled
            .filter(this::shows)
            .map(each -> new Kill(moment, each.perSecond(), deleteBroker, restart));
    log.accept(kill.map(Kill::toString).orElse("a kill that does not count: " + pulled));
    return kill;
  }

  /** The broker's directory goes while messages flow; a gateway that gives up is started again. */
  void deleteBrokerUnderLoad() throws IOException, InterruptedException {
    requireLoad();
    Directories.delete(dataDirectory.resolve("broker"));
    boolean ended = within(UNDER_LOAD_SECONDS, () -> !gateway.alive());
    if (ended) {
      gateway.start();
    }
    log.accept("broker deleted under load, the gateway " + (ended ? "ended" : "went on"));
  }

  private void awaitNoThirdDeath() throws IOException, SQLException {
    long begun = System.nanoTime();
    try (DiedTwice diedTwice = DiedTwice.in(dataDirectory)) {
      while (diedTwice.exists()) {
        if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS)) {
          throw new IOException(
              "the gateway does not finish what it had in hand when it died twice");
        }
        Pace.pause();
      }
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    log.accept("nothing is left that died twice after " + millis + " ms");
  }

  private void requireLoad() throws IOException {
    boolean loaded =
        within(PATIENCE_SECONDS, () -> trigger.perSecond() >= Trigger.LEAST_PER_SECOND);
    if (!loaded) {
      throw new IOException("the gateway accepts only " + trigger.perSecond() + " a second");
    }
  }

  /** An answer was lost between receiver and commit when the delivery comes again. */
  private boolean shows(Pulled pulled) {
    return pulled.moment() != Moment.ANSWERED
        || within(SHOWING_SECONDS, () -> showing.cameAgain(pulled.subject()));
  }

  private static boolean within(long seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return true;
  }
}
