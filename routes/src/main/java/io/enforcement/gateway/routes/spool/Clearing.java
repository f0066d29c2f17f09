package io.enforcement.gateway.routes.spool;

import io.enforcement.gateway.routes.store.AttachmentStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the spool and its rows in step: looks at start whether everything is there, and removes
 * once a day what nobody needs any more. Bytes without a row (of a process that died between the
 * two) go with the rest when their time is over. Thread-safe.
 */
@Component
public class Clearing {

  private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);

  /** So many missing files are named; the others are counted. */
  private static final int NAMED = 20;

  private final Spool spool;
  private final AttachmentStore store;
  private final AttachmentSettings settings;
  private final Clock clock;

  Clearing(Spool spool, AttachmentStore store, AttachmentSettings settings, Clock clock) {
    this.spool = spool;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reports the files that the store tells of and the disk has not.
   *
   * @return how many
   */
  public int missing() {
    AtomicInteger missing = new AtomicInteger();
    store.eachDigest(
        digest -> {
          boolean there =
              ContentDigest.of(digest).map(spool::file).filter(Files::isRegularFile).isPresent();
          if (!there && missing.incrementAndGet() <= NAMED) {
            LOG.error("the file {} is not in the spool", digest);
          }
        });
    if (missing.get() > 0) {
      LOG.error("{} files are not in the spool: restore it from its backup", missing);
    }
    return missing.get();
  }

  @EventListener(ApplicationReadyEvent.class)
  void lookAtStart() {
    missing();
  }

  /** Removes what is older than its retention; a file that an open delivery needs stays. */
  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
  public void clear() {
    Instant now = clock.instant();
    spool.partialsBefore(now.minus(settings.partialRetention())).forEach(spool::remove);
    Instant before = now.minus(settings.retention());
    for (ContentDigest digest : spool.before(before)) {
      store.expire(digest.toString(), before);
      store.ifForgotten(digest.toString(), () -> spool.remove(spool.file(digest)));
    }
  }
}
