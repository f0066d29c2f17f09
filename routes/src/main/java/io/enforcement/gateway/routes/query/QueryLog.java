package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.store.QueryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the log of queries for its time and no longer; the trail tells what went. Thread-safe. */
@Component
public class QueryLog {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final QueryStore store;
  private final QuerySettings settings;
  private final Clock clock;

  QueryLog(QueryStore store, QuerySettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Removes what is older than its retention. */
  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
  public void clear() {
    Instant before = clock.instant().minus(settings.retention());
    store.within(LIMIT, () -> cleared(before));
  }

  private int cleared(Instant before) {
    int removed = store.removeBefore(before);
    if (removed > 0) {
      store.tell(
          new AuditEvent(
              Milestone.QUERY_LOG_CLEARED,
              null,
              null,
              null,
              null,
              AuditEvent.GATEWAY,
              removed + " before " + before));
    }
    return removed;
  }
}
