package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.store.NodeStore;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * This process as the store knows it: an epoch that beats as long as the process lives. Whoever was
 * frozen, or cut off from the store, for longer than a life is taken for dead, and others take over
 * what it holds; it must not go on as if nothing had happened. Thread-safe.
 */
@Component
public class Node {

  private static final Duration LIFE = Duration.ofSeconds(15);

  /** What lies between the last look at the clock and the first byte: a connect, a handshake. */
  private static final Duration FIRST_BYTE = Duration.ofSeconds(3);

  private final NodeStore store;
  private final long epoch;
  private final LongSupplier nanos;

  /** When the last beat that arrived was begun, by {@link System#nanoTime()}. */
  private volatile long beaten;

  /** Since when others have not had a reason to take us for dead. */
  private volatile long unbroken;

  @Autowired
  Node(NodeStore store, @Value("${gateway.database.url:}") String externalDatabase) {
    this(store, externalDatabase, System::nanoTime);
  }

  Node(NodeStore store, String externalDatabase, LongSupplier nanos) {
    this.store = store;
    this.nanos = nanos;
    this.beaten = nanos.getAsLong();
    this.unbroken = beaten;
    this.epoch = store.begin(LIFE);
    if (externalDatabase.isBlank()) {
      // The embedded database has one user: whoever had it before us is gone.
      store.endOthers(epoch);
    }
  }

  /** The fencing number of everything this process claims. */
  public long epoch() {
    return epoch;
  }

  @Scheduled(fixedDelay = 5000)
  void beat() {
    long begun = nanos.getAsLong();
    if (!store.beat(epoch, LIFE)) {
      unbroken = nanos.getAsLong();
    }
    beaten = begun;
  }

  /**
   * Whether nobody can have taken over what this process has held since a moment, and nobody will
   * within the next seconds.
   *
   * @param since by {@link System#nanoTime()}
   */
  public boolean holdsSince(long since) {
    // In this order: frozen in between, this process finds too much time gone by; and a beat that
    // tells of a gap has told of it before it counts.
    return beats() && since - unbroken >= 0;
  }

  /** Whether everybody can see that this process lives; else nothing is worth claiming. */
  public boolean beats() {
    long last = beaten;
    return nanos.getAsLong() - last < LIFE.minus(FIRST_BYTE).toNanos();
  }

  @PreDestroy
  void end() {
    store.end(epoch);
  }
}
