package io.enforcement.gateway.benchmarks.crash;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Pulls when the moment that it is armed for comes and the gateway is under load. Senders and
 * receivers tell it of each moment from their own threads, and the kill runs right there: nothing
 * lies between the moment and the signal.
 */
final class Trigger {

  /** A kill at less than this many acknowledgements in the second before it proves nothing. */
  static final int LEAST_PER_SECOND = 100;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AtomicReference<Moment> armed = new AtomicReference<>();
  private final BlockingQueue<Pulled> pulled = new ArrayBlockingQueue<>(1);
  private final ConcurrentLinkedDeque<Long> acknowledged = new ConcurrentLinkedDeque<>();
  private volatile Runnable kill = () -> {};
  private volatile int least = LEAST_PER_SECOND;

  /**
   * A kill that happened.
   *
   * @param subject the record or delivery key at hand
   * @param perSecond acknowledgements in the second before
   */
  record Pulled(Moment moment, String subject, int perSecond) {}

  /**
   * Arms it.
   *
   * @param perSecond acknowledgements in the second before without which it does not pull
   * @param kill must return within microseconds
   */
  void arm(Moment moment, int perSecond, Runnable kill) {
    this.least = perSecond;
    this.kill = kill;
    pulled.clear();
    armed.set(moment);
  }

  /** Waits for the kill; empty when the moment did not come. */
  Optional<Pulled> await(long seconds) throws InterruptedException {
    Optional<Pulled> result = Optional.ofNullable(pulled.poll(seconds, TimeUnit.SECONDS));
    armed.set(null);
    return result;
  }

  /** A message was acknowledged just now. */
  void acknowledged() {
    acknowledged.add(System.nanoTime());
  }

  /** How many were acknowledged within the last second. */
  int perSecond() {
    long since = System.nanoTime() - SECOND;
    Iterator<Long> oldest = acknowledged.iterator();
    while (oldest.hasNext() && oldest.next() < since) {
      oldest.remove();
    }
    return acknowledged.size();
  }

  /** The moment has come for this record or delivery. */
  void at(Moment moment, String subject) {
    if (armed.get() != moment) {
      return;
    }
    int rate = perSecond();
    if (rate >= least && armed.compareAndSet(moment, null)) {
      kill.run();
      pulled.add(new Pulled(moment, subject, rate));
    }
  }
}
