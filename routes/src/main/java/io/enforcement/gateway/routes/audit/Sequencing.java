package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.problem.Diagnosis;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the sequencer every second on a thread of its own: a volume that hangs must hold up nothing
 * else. It begins before and ends after everything that writes events; the last batch is closed
 * when it ends. After a {@link Fork} it does nothing more until the next start.
 */
final class Sequencing implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);

  private static final long PAUSE_MILLIS = 1000;
  private static final long END_SECONDS = 5;

  private final Sequencer sequencer;
  private final AuditWatch watch;
  private ScheduledExecutorService thread;
  private boolean failing;
  private volatile boolean running;

  Sequencing(Sequencer sequencer, AuditWatch watch) {
    this.sequencer = sequencer;
    this.watch = watch;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    running = true;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread own = new Thread(work, "audit-sequencer");
              own.setDaemon(true);
              return own;
            });
    thread.scheduleWithFixedDelay(this::work, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    thread.execute(this::work);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the last events have no position yet; the next start gives it to them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Does something while nothing is sealed, after all that waited was.
   *
   * @throws IllegalStateException when nothing can be sealed now
   */
  <T> T apart(Callable<T> work) {
    try {
      return thread
          .submit(
              () -> {
                if (watch.isForked()) {
                  throw new IllegalStateException("the audit trail has forked");
                }
                while (sequencer.work()) {
                  failing = false;
                }
                return work.call();
              })
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the audit trail cannot be sealed now", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void work() {
    if (watch.isForked()) {
      return;
    }
    try {
      while (sequencer.work()) {
        failing = false;
      }
      failing = false;
    } catch (Fork e) {
      watch.forked(e.getMessage());
    } catch (RuntimeException e) {
      if (!failing && !Diagnosis.databaseIsAway(e)) {
        LOG.error("the audit trail cannot be sealed now: {}", Diagnosis.describe(e));
      }
      failing = true;
    }
  }
}
