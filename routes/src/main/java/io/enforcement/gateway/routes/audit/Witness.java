package io.enforcement.gateway.routes.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A second place that gets each checkpoint: a partner, an auditor, a log server. It holds up
 * nothing; while it is away the latest checkpoint is offered again, which covers those before.
 * Thread-safe.
 */
@Component("auditWitnessHealthIndicator")
public class Witness implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AuditSettings settings;
  private final Clock clock;
  private final Duration again;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ScheduledThreadPoolExecutor thread;
  private String offered;
  private Instant since;
  private boolean alarmed;

  @Autowired
  Witness(AuditSettings settings, @Qualifier("machineClock") Clock clock, MeterRegistry meters) {
    this(settings, clock, meters, Duration.ofSeconds(30));
  }

  Witness(AuditSettings settings, Clock clock, MeterRegistry meters, Duration again) {
    this.settings = settings;
    this.clock = clock;
    this.again = again;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread own = new Thread(work, "audit-witness");
              own.setDaemon(true);
              return own;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    meters.gauge(
        "gateway.audit.unwitnessed.seconds", this, witness -> witness.waiting().toSeconds());
  }

  /** Offers a checkpoint; returns at once. */
  void tell(String note) {
    if (settings.witness() == null || thread.isShutdown()) {
      return;
    }
    synchronized (this) {
      boolean idle = offered == null;
      offered = note;
      if (idle) {
        since = clock.instant();
        thread.execute(this::offer);
      }
    }
  }

  private void offer() {
    String note;
    synchronized (this) {
      note = offered;
    }
    boolean taken = send(note);
    synchronized (this) {
      if (taken && note.equals(offered)) {
        offered = null;
        since = null;
        end();
      } else if (taken) {
        since = clock.instant();
        end();
        thread.execute(this::offer);
      } else {
        begin();
        thread.schedule(this::offer, again.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private boolean send(String note) {
    try {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(settings.witness())
                      .timeout(PATIENCE)
                      .header("Content-Type", "text/plain; charset=utf-8")
                      .POST(BodyPublishers.ofString(note))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void begin() {
    if (!alarmed && waiting().compareTo(settings.alarmAfter()) >= 0) {
      alarmed = true;
      LOG.error("the witness of the audit trail has taken no checkpoint for {}", waiting());
    }
  }

  private void end() {
    if (alarmed) {
      alarmed = false;
      LOG.info("the witness of the audit trail takes checkpoints again");
    }
  }

  /** For how long the oldest checkpoint waits that it has not. */
  private synchronized Duration waiting() {
    return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
  }

  @Override
  public synchronized Health health() {
    return (alarmed ? Health.down() : Health.up())
        .withDetail("unwitnessedSeconds", waiting().toSeconds())
        .build();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
