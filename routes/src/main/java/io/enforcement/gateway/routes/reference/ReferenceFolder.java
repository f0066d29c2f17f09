package io.enforcement.gateway.routes.reference;

import io.enforcement.gateway.standards.calendar.CalendarFolder;
import io.enforcement.gateway.standards.codes.DivisionFolder;
import io.enforcement.gateway.standards.rules.ReferenceData;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code reference/} of the data directory. A file that is added, changed or taken away
 * counts within seconds; one that cannot be read is told in one line, and what was good before
 * stays in force. Thread-safe.
 */
final class ReferenceFolder implements Supplier<ReferenceData> {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceFolder.class);
  // Every record asks; the disk need not be asked every time.
  private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

  private final CalendarFolder calendars;
  private final DivisionFolder divisions;
  private volatile Known known;

  private record Known(ReferenceData data, String fault, long asked) {}

  /**
   * @param folder may come into being later
   */
  ReferenceFolder(Path folder) {
    this.calendars = new CalendarFolder(folder);
    this.divisions = new DivisionFolder(folder);
    this.known = new Known(ReferenceData.shipped(), "", System.nanoTime() - REST_NANOS);
  }

  @Override
  public ReferenceData get() {
    Known last = known;
    if (System.nanoTime() - last.asked() >= REST_NANOS) {
      last = ask(last);
      known = last;
    }
    return last.data();
  }

  private Known ask(Known last) {
    String fault = "";
    try {
      calendars.current();
      divisions.current();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      fault = e.getMessage();
      if (!fault.equals(last.fault())) {
        LOG.error("reference data not taken over: {}", fault);
      }
    }
    ReferenceData data = new ReferenceData(calendars.lastGood(), divisions.lastGood());
    return new Known(data, fault, System.nanoTime());
  }
}
