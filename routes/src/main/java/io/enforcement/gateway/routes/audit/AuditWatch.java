package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for how long something has waited to be exported, on every node, whoever has the turn: the
 * alarm after one time, the end of intake after another. Only reads. Thread-safe.
 */
@Component("auditHealthIndicator")
public class AuditWatch implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);

  /** Whoever is turned away comes again then. */
  private static final Duration COME_AGAIN = Duration.ofMinutes(1);

  private enum Standing {
    EXPORTED,
    LATE,
    STOPPED
  }

  private final AuditSettings settings;
  private final TreeStore store;
  private volatile Duration waiting = Duration.ZERO;
  private volatile Standing standing = Standing.EXPORTED;
  private volatile boolean forked;

  AuditWatch(AuditSettings settings, TreeStore store, MeterRegistry meters) {
    this.settings = settings;
    this.store = store;
    meters.gauge("gateway.audit.unexported.seconds", this, watch -> watch.waiting.toSeconds());
    meters.gauge("gateway.audit.forked", this, watch -> watch.forked ? 1 : 0);
  }

  /** Looks how long the oldest event waits that no exported checkpoint covers. */
  @Scheduled(fixedDelay = 5000)
  void look() {
    try {
      // By the clock that dated the event: ours may be moved, or be another machine's.
      waiting =
          store
              .oldestUnpublished()
              .map(at -> Duration.between(at, store.now()))
              .orElse(Duration.ZERO);
      tell();
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
    }
  }

  private void tell() {
    Standing before = standing;
    standing =
        waiting.compareTo(settings.stopAfter()) >= 0
            ? Standing.STOPPED
            : waiting.compareTo(settings.alarmAfter()) >= 0 ? Standing.LATE : Standing.EXPORTED;
    if (standing == before) {
      return;
    }
    switch (standing) {
      case EXPORTED -> LOG.info("the audit trail is exported again");
      case LATE ->
          LOG.error(
              "the audit trail was not exported for {}; at {} intake stops",
              waiting,
              settings.stopAfter());
      case STOPPED ->
          LOG.error("the audit trail was not exported for {}: nothing is taken in", waiting);
    }
  }

  /** Whoever would take something in asks first. */
  public void requireExported() {
    if (standing == Standing.STOPPED) {
      throw ProblemException.auditBehind(COME_AGAIN);
    }
  }

  void forked(String how) {
    forked = true;
    LOG.error(
        "FORK: {}. Nothing of the audit trail is signed any more. See docs/operations.md", how);
  }

  boolean isForked() {
    return forked;
  }

  @Override
  public Health health() {
    Health.Builder health = forked || standing != Standing.EXPORTED ? Health.down() : Health.up();
    return health
        .withDetail("unexportedSeconds", waiting.toSeconds())
        .withDetail("forked", forked)
        .build();
  }
}
