package io.enforcement.gateway.routes.reference;

import io.enforcement.gateway.standards.reference.ReferenceFolder;
import io.enforcement.gateway.standards.rules.ReferenceData;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference data of the moment. A file that is added, changed or taken away counts within
 * seconds; one that cannot be read is told in one line, and what was good before stays in force.
 * Thread-safe: one thread looks into the folder, the others go on with what is known.
 */
public final class CurrentReference implements Supplier<ReferenceData> {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentReference.class);
  // Every record asks; the disk need not be asked every time.
  private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

  private final ReferenceFolder folder;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Known known;

  private record Known(ReferenceData data, String fault, long asked) {}

  /** Looks into the folder at once, so that the first record is judged like all others. */
  CurrentReference(ReferenceFolder folder) {
    this.folder = folder;
    this.known = ask("");
  }

  @Override
  public ReferenceData get() {
    Known last = known;
    if (System.nanoTime() - last.asked() >= REST_NANOS && asking.compareAndSet(false, true)) {
      try {
        known = ask(last.fault());
      } finally {
        asking.set(false);
      }
    }
    return known.data();
  }

  private Known ask(String lastFault) {
    String fault = "";
    try {
      folder.current();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      fault = e.getMessage();
      if (!fault.equals(lastFault)) {
        LOG.error("reference data not taken over: {}", fault);
      }
    }
    return new Known(folder.lastGood(), fault, System.nanoTime());
  }
}
