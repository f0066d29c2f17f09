package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Trigger.Pulled;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.machine.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Kills and restarts one gateway. Used by one thread. */
final class Killer {

  private static final long PATIENCE_SECONDS = 60;
  private static final long SHOWING_SECONDS = 20;
  private static final long UNDER_LOAD_SECONDS = 5;

  private final GatewayProcess gateway;
  private final Path dataDirectory;
  private final Trigger trigger;
  private final HttpReceiver showing;
  private final Consumer<String> log;

  Killer(Trial trial, Consumer<String> log) {
    this.gateway = trial.gateway();
    this.dataDirectory = trial.dataDirectory();
    this.trigger = trial.trigger();
    this.showing = trial.showing();
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
    long waited = DiedTwice.awaitNone(dataDirectory).toMillis();
    log.accept("nothing is left that died twice after " + waited + " ms");
    requireLoad();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
    trigger.arm(moment, Trigger.LEAST_PER_SECOND, gateway::signalKill);
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
    boolean ended = Trial.within(Duration.ofSeconds(UNDER_LOAD_SECONDS), () -> !gateway.alive());
    if (ended) {
      gateway.start();
    }
    log.accept("broker deleted under load, the gateway " + (ended ? "ended" : "went on"));
  }

  private void requireLoad() throws IOException {
    boolean loaded =
        Trial.within(
            Duration.ofSeconds(PATIENCE_SECONDS),
            () -> trigger.perSecond() >= Trigger.LEAST_PER_SECOND);
    if (!loaded) {
      throw new IOException("the gateway accepts only " + trigger.perSecond() + " a second");
    }
  }

  /** An answer was lost between receiver and commit when the delivery comes again. */
  private boolean shows(Pulled pulled) {
    return pulled.moment() != Moment.ANSWERED
        || Trial.within(
            Duration.ofSeconds(SHOWING_SECONDS), () -> showing.cameAgain(pulled.subject()));
  }
}
