package io.enforcement.gateway.routes.outbox;

import io.enforcement.gateway.routes.exchange.Outbox;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.DeliveryStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Requests that wait for something to come. They hold neither a thread nor a database connection:
 * one look at the store every half second serves all of them. Thread-safe.
 */
@Component
class WaitingPartners {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingPartners.class);

  /** Requests of one partner that may wait at a time. */
  static final int MOST = 2;

  private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
  private final DeliveryStore store;
  private final Outbox outbox;

  private record Waiting(String partner, UUID after, int limit, DeferredResult<Listing> answer) {}

  WaitingPartners(DeliveryStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
  }

  /**
   * An answer for later: what comes within the time, else nothing.
   *
   * @throws ProblemException when too many requests of the partner wait already
   */
  DeferredResult<Listing> waitFor(String partner, UUID after, int limit, Duration time) {
    Listing nothing = Listing.of(List.of(), after);
    DeferredResult<Listing> answer = new DeferredResult<>(time.toMillis(), nothing);
    Waiting request = new Waiting(partner, after, limit, answer);
    synchronized (waiting) {
      if (waiting.stream().filter(w -> w.partner().equals(partner)).count() >= MOST) {
        throw ProblemException.overQuota(Duration.ofSeconds(1));
      }
      waiting.add(request);
    }
    answer.onCompletion(() -> waiting.remove(request));
    return answer;
  }

  /** Answers those for whom something has come. */
  @Scheduled(fixedDelay = 500)
  void look() {
    Set<String> partners = new HashSet<>();
    waiting.forEach(w -> partners.add(w.partner()));
    if (!partners.isEmpty()) {
      Set<String> due = new HashSet<>(store.dueReceivers(partners));
      waiting.stream().filter(w -> due.contains(w.partner())).forEach(this::answer);
    }
  }

  private void answer(Waiting request) {
    if (request.answer().isSetOrExpired()) {
      return;
    }
    try {
      List<Outbox.Item> items = outbox.give(request.partner(), request.after(), request.limit());
      if (!items.isEmpty()) {
        request.answer().setResult(Listing.of(items, request.after()));
      }
    } catch (RuntimeException e) {
      LOG.warn("{} waits on: {}", request.partner(), e.getClass().getName());
    }
  }

  /** The gateway does not wait for those who wait. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    waiting.forEach(w -> w.answer().setResult(Listing.of(List.of(), w.after())));
  }
}
