package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import io.enforcement.gateway.routes.store.ReplayJobStore.Entry;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through replay jobs, entry by entry at the agreed rate. The first one that is replayed is
 * the canary: the others follow when it has arrived, and the job is held when it fails again. A
 * replay and its result are one transaction that holds the job, so several processes may run this,
 * and a death repeats nothing.
 */
@Component
class ReplayRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

  private static final int AT_ONCE = 200;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Set<String> ARRIVED =
      Set.of(
          MessageState.TRANSLATED.name(),
          DeliveryState.DELIVERED.name(),
          DeliveryState.CONFIRMING.name(),
          DeliveryState.CANCELLED.name());

  private static final Set<String> FAILED =
      Set.of(
          MessageState.REFUSED.name(),
          MessageState.PARKED.name(),
          MessageState.QUARANTINED.name(),
          DeliveryState.IN_DOUBT.name(),
          DeliveryState.REFUSED_BY_RECEIVER.name());

  private final ReplayJobStore jobs;
  private final Replay replay;
  private final TransactionTemplate transaction;

  ReplayRunner(ReplayJobStore jobs, Replay replay, TransactionTemplate transaction) {
    this.jobs = jobs;
    this.replay = replay;
    this.transaction = transaction;
  }

  /** Does what is due. */
  @Scheduled(fixedDelay = 500)
  void run() {
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        Optional<UUID> due = jobs.due();
        if (due.isEmpty()) {
          return;
        }
        step(due.get());
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.error("replay jobs cannot go on: {}", Diagnosis.describe(e));
      }
    }
  }

  /** A job that fails is held: it must not keep the others from going on. */
  private void step(UUID id) {
    try {
      transaction.executeWithoutResult(status -> jobs.take(id).ifPresent(this::step));
    } catch (RuntimeException e) {
      if (Diagnosis.databaseIsAway(e)) {
        throw e;
      }
      LOG.error("replay job {} is held: {}", id, Diagnosis.describe(e));
      jobs.pause(id, "an entry cannot be replayed: " + Diagnosis.describe(e));
    }
  }

  private void step(Job job) {
    if (job.canary() != null) {
      look(job);
    } else {
      jobs.next(job.id()).ifPresentOrElse(entry -> replay(job, entry), () -> jobs.end(job.id()));
    }
  }

  private void look(Job job) {
    String state = jobs.state(job.canary());
    if (ARRIVED.contains(state)) {
      jobs.canaryArrived(job.id());
    } else if (FAILED.contains(state)) {
      LOG.warn("replay job {} is held: its first entry is {} again", job.id(), state);
      jobs.pause(job.id(), "the first entry is " + state + " again");
    } else {
      jobs.wait(job.id(), LOOK);
    }
  }

  private void replay(Job job, Entry entry) {
    String person = job.approvedBy() == null ? job.proposedBy() : job.approvedBy();
    Replay.Answer answer = replay.replay(entry.parkedId(), person);
    boolean canary = answer == Replay.Answer.REPLAYED && !job.proven();
    jobs.done(job.id(), entry, answer.name(), MINUTE.dividedBy(job.perMinute()), canary);
  }
}
