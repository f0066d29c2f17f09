package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.ArchiveStore.EventMonth;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees that the months ahead have their partitions, and archives once a day what is due. At rest it
 * writes nothing. Raises the alarm when it cannot do either. Thread-safe.
 */
@Component("archiveHealthIndicator")
public class ArchiveJob implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);

  /** So many months ahead have a partition. Without one nothing could be written in that month. */
  private static final int AHEAD = 3;

  private final AuditSettings settings;
  private final ArchiveStore store;
  private final Archives archives;
  private volatile int ahead = AHEAD;
  private volatile boolean failing;

  ArchiveJob(AuditSettings settings, ArchiveStore store, Archives archives, MeterRegistry meters) {
    this.settings = settings;
    this.store = store;
    this.archives = archives;
    meters.gauge("gateway.audit.months.ahead", this, job -> job.ahead);
    meters.gauge("gateway.audit.archive.failing", this, job -> job.failing ? 1 : 0);
  }

  @EventListener(ApplicationReadyEvent.class)
  void lookAtStart() {
    lookAhead();
  }

  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
  void work() {
    lookAhead();
    try {
      told(archives.run(null, false, AuditEvent.GATEWAY).problem());
    } catch (RuntimeException e) {
      told(Diagnosis.describe(e));
    }
  }

  private void told(String problem) {
    failing = problem != null;
    if (failing) {
      LOG.error("events cannot be archived; no more are dropped: {}", problem);
    }
  }

  /** Makes the months ahead that are missing. */
  void lookAhead() {
    try {
      open();
    } catch (RuntimeException e) {
      LOG.error("the months of events ahead cannot be made: {}", Diagnosis.describe(e));
    }
    if (ahead < AHEAD) {
      LOG.error(
          "{} months of events are ready ahead, {} should be; when there is none nothing is taken"
              + " in",
          ahead,
          AHEAD);
    }
  }

  private void open() {
    List<YearMonth> there = months();
    YearMonth now = store.thisMonth();
    for (int next = 0; next <= AHEAD; next++) {
      if (!there.contains(now.plusMonths(next))) {
        store.open(now.plusMonths(next));
      }
    }
    months();
  }

  private List<YearMonth> months() {
    List<EventMonth> months = store.months(settings.online());
    ahead = (int) months.stream().filter(EventMonth::isAhead).count();
    return months.stream().map(EventMonth::month).toList();
  }

  @Override
  public Health health() {
    Health.Builder health = failing || ahead < AHEAD ? Health.down() : Health.up();
    return health.withDetail("monthsAhead", ahead).withDetail("archiveFailing", failing).build();
  }
}
