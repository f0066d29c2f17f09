package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.failure.FailureClass.Offer;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import io.enforcement.gateway.routes.store.ReplayJobStore.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with a whole failure group: they propose its replay, which freezes the selection;
 * a second person approves where one alone may not; they hold it, let it go on, stop it. Every step
 * is in the audit trail. Thread-safe.
 */
@Component
public class ReplayJobs {

  /** One person alone replays so many entries at most. */
  public static final int ALONE = 20;

  /** A job has so many entries at most: what is left makes another one. */
  private static final int MOST = 10_000;

  private static final Set<Offer> OFFERED =
      EnumSet.of(Offer.REPLAY, Offer.FIX_THEN_REPLAY, Offer.AFTER_RELEASE);

  private final ParkedStore parked;
  private final ReplayJobStore jobs;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReplayJobs(
      ParkedStore parked,
      ReplayJobStore jobs,
      AuditTrail trail,
      TransactionTemplate transaction,
      Clock clock) {
    this.parked = parked;
    this.jobs = jobs;
    this.trail = trail;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Entries of this class are not replayed. */
  public static final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotOffered() {
      super("entries of this group are not replayed", null, false, false);
    }
  }

  /**
   * Freezes what waits in a group and begins its dry run. After that it runs when the person may do
   * it alone, else it waits for a reviewer. Where something had to be mended first, it ends when
   * the dry run still finds something.
   *
   * @param hidden exchanges of which the person may not know
   * @param perMinute so many entries a minute at most
   * @param dryRun it does not begin by itself after the dry run
   * @return empty when nothing of the group waits
   * @throws NotOffered when entries of this group may not be replayed
   */
  public Optional<Job> propose(
      String group, Collection<ExchangeKey> hidden, int perMinute, boolean dryRun, String person) {
    List<Parked> entries = parked.waiting(MOST, group, hidden);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Parked first = entries.get(0);
    String rule = first.findings().isEmpty() ? "" : first.findings().get(0).rule();
    Offer offer = FailureClass.of(first.stage(), state(entries), first.cause(), rule).offer();
    if (!OFFERED.contains(offer)) {
      throw new NotOffered();
    }
    boolean alone = entries.size() <= ALONE && offer != Offer.AFTER_RELEASE;
    List<UUID> ids = entries.stream().map(Parked::id).toList();
    Job job =
        new Job(
            UUID.randomUUID(),
            group,
            first.cause(),
            first.stage(),
            first.partner(),
            first.exchange(),
            clock.instant(),
            ids.size(),
            digest(ids),
            perMinute,
            State.REHEARSING,
            null,
            null,
            false,
            person,
            null,
            offer == Offer.FIX_THEN_REPLAY,
            alone,
            dryRun,
            0,
            0,
            0);
    transaction.executeWithoutResult(
        status -> {
          jobs.add(job, ids);
          tell(job, person, "proposed, " + ids.size() + " entries " + job.digest());
        });
    return Optional.of(job);
  }

  /** One in doubt makes the whole group doubtful. */
  private static String state(List<Parked> entries) {
    String doubt = DeliveryState.IN_DOUBT.name();
    return entries.stream().map(Parked::state).anyMatch(doubt::equals)
        ? doubt
        : entries.get(0).state();
  }

  /**
   * Lets a proposed job run.
   *
   * @return false when it is not proposed, or proposed by this very person
   */
  public boolean approve(Job job, String person) {
    return told(() -> jobs.approve(job.id(), person), job, person, "approved");
  }

  /** Holds a running job. */
  public boolean pause(Job job, String person) {
    return told(
        () -> jobs.move(job.id(), Set.of(State.REHEARSING, State.RUNNING), State.PAUSED),
        job,
        person,
        "held");
  }

  /** Lets a held job go on. */
  public boolean resume(Job job, String person) {
    return told(() -> jobs.resume(job.id()), job, person, "resumed");
  }

  /** Ends a job before its time; what was replayed stays replayed. */
  public boolean stop(Job job, String person) {
    Set<State> open = Set.of(State.REHEARSING, State.PROPOSED, State.RUNNING, State.PAUSED);
    return told(() -> jobs.move(job.id(), open, State.STOPPED), job, person, "stopped");
  }

  private boolean told(BooleanSupplier step, Job job, String person, String what) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean moved = step.getAsBoolean();
              if (moved) {
                tell(job, person, what);
              }
              return moved;
            }));
  }

  private void tell(Job job, String person, String what) {
    trail.append(
        List.of(
            new AuditEvent(
                Milestone.REPLAY_JOB,
                null,
                null,
                null,
                job.partner(),
                person,
                job.id() + " " + what)));
  }

  private static String digest(List<UUID> ids) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      ids.forEach(id -> sha256.update((id + "\n").getBytes(StandardCharsets.US_ASCII)));
      return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
