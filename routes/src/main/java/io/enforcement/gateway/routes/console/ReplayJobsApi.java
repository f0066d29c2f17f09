package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.failure.ReplayJobs;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import io.enforcement.gateway.routes.store.ReplayJobStore.Entry;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Replay of a whole failure group. Up to twenty entries an operator replays alone, canary first;
 * more wait for a reviewer who is somebody else. A job of a restricted exchange does not exist for
 * people who are not listed.
 */
@RestController
public class ReplayJobsApi {

  private static final int LATEST = 100;
  private static final int PAGE = 500;
  private static final int FASTEST = 6000;

  private final ReplayJobs replays;
  private final ReplayJobStore jobs;
  private final Restrictions restrictions;

  ReplayJobsApi(ReplayJobs replays, ReplayJobStore jobs, Restrictions restrictions) {
    this.replays = replays;
    this.jobs = jobs;
    this.restrictions = restrictions;
  }

  /** The latest first. */
  @GetMapping("/api/v1/replay-jobs")
  public List<Job> jobs(Authentication person) {
    return jobs.latest(LATEST).stream().filter(job -> maySee(person, job)).toList();
  }

  @GetMapping("/api/v1/replay-jobs/{id}")
  public Job job(@PathVariable UUID id, Authentication person) {
    return jobs.find(id)
        .filter(job -> maySee(person, job))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** What came of each entry, from a place on. */
  @GetMapping("/api/v1/replay-jobs/{id}/entries")
  public List<Entry> entries(
      @PathVariable UUID id, @RequestParam(defaultValue = "1") int from, Authentication person) {
    return jobs.entries(job(id, person).id(), from, PAGE);
  }

  /**
   * Proposes the replay of what waits in a group now.
   *
   * @param perMinute so many entries a minute at most
   * @param dryRun only a dry run: the job goes on when a person resumes it
   */
  @PostMapping("/api/v1/replay-jobs")
  @ResponseStatus(HttpStatus.CREATED)
  public Job propose(
      @RequestParam String group,
      @RequestParam(defaultValue = "60") int perMinute,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Authentication person) {
    if (perMinute < 1 || perMinute > FASTEST) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "perMinute", "replay.rate");
    }
    try {
      return replays
          .propose(
              group, restrictions.hiddenFrom(person.getName()), perMinute, dryRun, person.getName())
          .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    } catch (ReplayJobs.NotOffered e) {
      throw ProblemException.of(ProblemCode.CONFLICT, "group", "replay.not-offered");
    }
  }

  @PostMapping("/api/v1/replay-jobs/{id}/approve")
  public Job approve(@PathVariable UUID id, Authentication person) {
    return move(id, person, replays::approve);
  }

  @PostMapping("/api/v1/replay-jobs/{id}/pause")
  public Job pause(@PathVariable UUID id, Authentication person) {
    return move(id, person, replays::pause);
  }

  @PostMapping("/api/v1/replay-jobs/{id}/resume")
  public Job resume(@PathVariable UUID id, Authentication person) {
    return move(id, person, replays::resume);
  }

  @PostMapping("/api/v1/replay-jobs/{id}/stop")
  public Job stop(@PathVariable UUID id, Authentication person) {
    return move(id, person, replays::stop);
  }

  private Job move(UUID id, Authentication person, BiPredicate<Job, String> step) {
    if (!step.test(job(id, person), person.getName())) {
      throw ProblemException.of(ProblemCode.CONFLICT, "id", "replay.not-now");
    }
    return job(id, person);
  }

  private boolean maySee(Authentication person, Job job) {
    return !restrictions.hides(person.getName(), new ExchangeKey(job.partner(), job.exchange()));
  }
}
