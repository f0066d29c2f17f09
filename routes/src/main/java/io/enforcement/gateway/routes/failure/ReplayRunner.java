package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import io.enforcement.gateway.routes.store.ReplayJobStore.Entry;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import io.enforcement.gateway.routes.store.ReplayJobStore.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through replay jobs, entry by entry: first all of them dry, then at the agreed rate. The
 * first one that is replayed is the canary: the others follow when it has arrived, and the job is
 * held when it fails again. A replay and its result are one transaction that holds the job, so
 * several processes may run this, and a death repeats nothing.
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
  private final ParkedStore parked;
  private final Rehearsal rehearsal;
  private final Replay replay;
  private final TransactionTemplate transaction;
  private final DiskWatch disks;

  ReplayRunner(
      ReplayJobStore jobs,
      ParkedStore parked,
      Rehearsal rehearsal,
      Replay replay,
      TransactionTemplate transaction,
      DiskWatch disks) {
    this.jobs = jobs;
    this.parked = parked;
    this.rehearsal = rehearsal;
    this.replay = replay;
    this.transaction = transaction;
    this.disks = disks;
  }

  /** Does what is due. */
  @Scheduled(fixedDelay = 500)
  void run() {
    if (!disks.mayBeginWork()) {
      return;
    }
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
    if (job.state() == State.REHEARSING) {
      jobs.unrehearsed(job.id())
          .ifPresentOrElse(entry -> rehearse(job, entry), () -> conclude(job));
    } else if (job.canary() != null) {
      look(job);
    } else {
      jobs.next(job.id()).ifPresentOrElse(entry -> replay(job, entry), () -> jobs.end(job.id()));
    }
  }

  private void rehearse(Job job, Entry entry) {
    Rehearsal.Outcome outcome =
        parked
            .find(entry.parkedId())
            .map(this::tried)
            .orElseGet(() -> new Rehearsal.Outcome(List.of(), List.of(), List.of()));
    jobs.rehearsed(job.id(), entry, outcome.found(), outcome.wouldSend(), outcome.holders());
  }

  /**
   * What ended processes would end this one, and the next that takes the job up, in the dry run.
   */
  private Rehearsal.Outcome tried(Parked entry) {
    return MessageState.QUARANTINED.name().equals(entry.state())
        ? new Rehearsal.Outcome(List.of(entry.cause()), List.of(), List.of())
        : rehearsal.of(entry);
  }

  /** What was dealt with meanwhile stops nothing: it is not replayed either. */
  private void conclude(Job taken) {
    Job job = jobs.find(taken.id()).orElseThrow();
    String found =
        job.failing() == 0
            ? "the dry run found nothing"
            : "the dry run found something in %d of %d".formatted(job.failing(), job.entries());
    if (job.mustPass() && job.failing() > 0) {
      LOG.warn("replay job {} does not begin: {}", job.id(), found);
      jobs.concluded(job.id(), State.STOPPED, found);
    } else if (!job.alone()) {
      jobs.concluded(job.id(), State.PROPOSED, found);
    } else if (job.hold()) {
      jobs.concluded(job.id(), State.PAUSED, found);
    } else {
      jobs.concluded(job.id(), State.RUNNING, null);
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
