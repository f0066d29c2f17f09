package io.enforcement.gateway.routes.brake;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmSource;
import io.enforcement.gateway.routes.brake.Volumes.Volume;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks how full the volumes are, the fullest counts. Intake ends before a database or a broker
 * would die of a full disk, and what was taken in goes on; further up only what ends work is
 * written. All of it is over as soon as there is room. Thread-safe.
 */
public class DiskWatch implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

  /** Whoever is turned away comes again then. */
  private static final Duration COME_AGAIN = Duration.ofSeconds(30);

  /** How full it is. */
  public enum Mark {
    NORMAL,
    ALARM,
    /** Nothing is taken in. */
    REFUSE,
    /** Only the audit trail and outcomes of deliveries. */
    ESSENTIAL
  }

  private record Standing(Mark mark, Instant since, Volume fullest) {}

  private final DiskSettings settings;
  private final Volumes volumes;
  private final Clock clock;
  private volatile Standing standing;

  DiskWatch(DiskSettings settings, Volumes volumes, Clock clock, MeterRegistry meters) {
    this.settings = settings;
    this.volumes = volumes;
    this.clock = clock;
    standing = new Standing(Mark.NORMAL, clock.instant(), new Volume("", 0, 0));
    meters.gauge("gateway.disk.used.percent", this, watch -> watch.standing.fullest().used());
    look();
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 2000)
  public final void look() {
    volumes.now().stream()
        .max(Comparator.comparingInt(Volume::used))
        .ifPresent(fullest -> stand(mark(fullest.used()), fullest));
  }

  private void stand(Mark mark, Volume fullest) {
    Standing before = standing;
    standing =
        new Standing(mark, mark == before.mark() ? before.since() : clock.instant(), fullest);
    if (mark == before.mark()) {
      return;
    }
    String full = fullest.name() + " is " + fullest.used() + " % full";
    switch (mark) {
      case NORMAL -> LOG.info("{}: there is room again", full);
      case ALARM -> LOG.warn("{}; at {} % nothing is taken in", full, settings.refuseAt());
      case REFUSE -> LOG.error("{}: nothing is taken in, deliveries go on", full);
      case ESSENTIAL ->
          LOG.error("{}: only the audit trail and outcomes of deliveries are written", full);
    }
  }

  private Mark mark(int used) {
    if (used >= settings.essentialAt()) {
      return Mark.ESSENTIAL;
    }
    if (used >= settings.refuseAt()) {
      return Mark.REFUSE;
    }
    return used >= settings.alarmAt() ? Mark.ALARM : Mark.NORMAL;
  }

  /**
   * Whoever would take something in asks first.
   *
   * @throws ProblemException {@code NO_ROOM}
   */
  public void requireRoom() {
    if (standing.mark().compareTo(Mark.REFUSE) >= 0) {
      throw ProblemException.noRoom(COME_AGAIN);
    }
  }

  /** Whether new work may begin: translations, attempts, replays. */
  public boolean mayBeginWork() {
    return standing.mark() != Mark.ESSENTIAL;
  }

  @Override
  public List<Alarm> alarms() {
    Standing now = standing;
    return now.mark() == Mark.NORMAL
        ? List.of()
        : List.of(
            new Alarm(
                Alarm.Kind.DISK,
                null,
                null,
                now.since(),
                now.mark() + " " + now.fullest().name() + " " + now.fullest().used() + " %"));
  }
}
