package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.reference.CurrentReference;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.routes.store.DeadlineStore;
import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import io.enforcement.gateway.routes.store.DeadlineStore.Unknown;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks which deadlines have come due soon, or are overdue, and raises the alarm: one line in the
 * log, a count, and a notice that leaves as a record of the standard. The alarm comes first and the
 * note that it was raised after it: a death between them repeats an alarm that carries the same
 * number, and loses none. One process at a time; in it several tell, because each waits for the
 * disk.
 */
@Component
class DeadlineWatch implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

  private static final String LEASE = "deadlines";
  private static final Duration LEASE_TIME = Duration.ofSeconds(60);
  private static final int BATCH = 200;
  private static final int BATCHES = 10;
  private static final int TELLERS = 4;

  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final DeadlineStore store;
  private final Alarms alarms;
  private final CurrentReference reference;
  private final Clock clock;
  private final Set<String> findings;
  private final Set<Unknown> missing = new HashSet<>();
  private final ExecutorService tellers =
      Executors.newFixedThreadPool(TELLERS, new CustomizableThreadFactory("deadline-alarms-"));

  DeadlineWatch(
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      DeadlineStore store,
      Alarms alarms,
      CurrentReference reference,
      DeadlineTable rules,
      Clock clock) {
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.store = store;
    this.alarms = alarms;
    this.reference = reference;
    this.findings = rules.findings(null);
    this.clock = clock;
  }

  /** Looks whether something has come due. */
  @Scheduled(fixedDelay = 2000)
  void look() {
    watched(
        () -> {
          Instant now = clock.instant();
          if (store.somethingToTell(now)) {
            tellAll(() -> store.toWarn(now, BATCH), alarms::soon, store::warned);
            tellAll(() -> store.toTell(now, BATCH), this::accuse, store::told);
          }
        });
  }

  /** Much may come due in one night; what cannot be told is met again at the next look. */
  private void tellAll(
      Supplier<List<HeldDeadline>> due,
      Consumer<HeldDeadline> telling,
      Consumer<List<UUID>> noting) {
    int told = BATCH;
    for (int i = 0; i < BATCHES && told == BATCH && ours(); i++) {
      List<HeldDeadline> batch = due.get();
      if (!batch.isEmpty()) {
        noting.accept(tell(batch, telling));
      }
      told = batch.size();
    }
  }

  /** Those that could be told. */
  private List<UUID> tell(List<HeldDeadline> batch, Consumer<HeldDeadline> telling) {
    return batch.stream()
        .map(each -> CompletableFuture.supplyAsync(() -> told(each, telling), tellers))
        .toList()
        .stream()
        .flatMap(each -> each.join().stream())
        .toList();
  }

  private static Optional<UUID> told(HeldDeadline deadline, Consumer<HeldDeadline> telling) {
    return watched(() -> telling.accept(deadline)) ? Optional.of(deadline.id()) : Optional.empty();
  }

  /** Looks whether calendars have come; seldom, because without one most ends are provisional. */
  @Scheduled(fixedDelay = 60_000)
  void lookUpCalendars() {
    watched(
        () -> {
          List<Unknown> unknown = store.unknown();
          if (!unknown.isEmpty() && ours()) {
            unknown.forEach(this::lookUp);
          }
        });
  }

  private boolean ours() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> nodes.hold(LEASE, node.epoch(), LEASE_TIME)));
  }

  /** What was answered late in the meantime is told where it breaks a duty, and only there. */
  private void accuse(HeldDeadline deadline) {
    if (deadline.state() == DeadlineState.OPEN || findings.contains(deadline.rule())) {
      alarms.overdue(deadline);
    }
  }

  private static boolean watched(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.error("deadlines cannot be watched: {}", Diagnosis.describe(e));
      }
      return false;
    }
  }

  @Override
  public void destroy() {
    tellers.shutdown();
  }

  /** A calendar that has come makes provisional ends final. */
  private void lookUp(Unknown unknown) {
    if (reference.get().calendar().in(unknown.region()).covers(unknown.year())) {
      store.computeAnew(unknown);
    } else if (!missing.contains(unknown)) {
      alarms.noCalendar(unknown, store.firstOf(unknown));
      missing.add(unknown);
    }
  }
}
