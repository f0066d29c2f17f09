package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.ClockStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the machine's clock with its own past and with the database's. No order and no count
 * depends on either, but signatures are refused and the times in the trail mislead: a jump, and the
 * beginning and end of a difference, are events and alarms. Writes nothing as long as the clocks
 * agree. One process at a time looks; what stands may be asked for by any thread.
 */
@Component
public class ClockWatch implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  /** A clock that is disciplined gently is never so far from the one that only runs on. */
  private static final Duration JUMP = Duration.ofSeconds(5);

  private static final Duration APART = Duration.ofSeconds(2);

  /** So long a jump stands on the board. */
  private static final Duration SHOWN = Duration.ofHours(1);

  private final ClockStore database;
  private final Clock machine;
  private final AuditTrail trail;
  private final LongSupplier running;
  private Instant lastSeen;
  private long lastRunning;
  private volatile Alarm jumped;
  private volatile Alarm apart;
  private volatile Duration skew = Duration.ZERO;

  @Autowired
  ClockWatch(
      ClockStore database,
      @Qualifier("machineClock") Clock machine,
      AuditTrail trail,
      MeterRegistry meters) {
    this(database, machine, trail, meters, System::nanoTime);
  }

  /**
   * @param running nanoseconds of a clock that nobody sets
   */
  public ClockWatch(
      ClockStore database,
      Clock machine,
      AuditTrail trail,
      MeterRegistry meters,
      LongSupplier running) {
    this.database = database;
    this.machine = machine;
    this.trail = trail;
    this.running = running;
    meters.gauge("gateway.clock.skew.seconds", this, watch -> watch.skew.toMillis() / 1000.0);
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 10_000)
  public void look() {
    try {
      Instant now = machine.instant();
      long begun = running.getAsLong();
      lookBack(now, begun);
      Instant there = database.now();
      Duration underWay = Duration.ofNanos((running.getAsLong() - begun) / 2);
      compare(now, Duration.between(there, now.plus(underWay)), underWay);
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
    }
  }

  private void lookBack(Instant now, long ran) {
    if (lastSeen != null) {
      Duration jump = Duration.between(lastSeen, now).minusNanos(ran - lastRunning);
      if (jump.abs().compareTo(JUMP) > 0) {
        String what = "the clock jumped by " + seconds(jump);
        LOG.warn("{}", what);
        jumped = new Alarm(Alarm.Kind.CLOCK, null, null, now, what);
        tell(what);
      }
    }
    lastSeen = now;
    lastRunning = ran;
  }

  /**
   * @param underWay half of what the question took: the difference is known no better
   */
  private void compare(Instant now, Duration difference, Duration underWay) {
    skew = difference;
    boolean differs = difference.abs().compareTo(APART.plus(underWay)) > 0;
    if (differs && apart == null) {
      String what = "the database's clock differs by " + seconds(difference);
      LOG.warn("{}", what);
      tell(what);
      apart = new Alarm(Alarm.Kind.CLOCK, null, null, now, what);
    } else if (!differs && apart != null) {
      LOG.info("the database's clock shows the same time again");
      tell("the database's clock shows the same time again");
      apart = null;
    }
  }

  private static String seconds(Duration time) {
    return Math.round(time.toMillis() / 1000.0) + " s";
  }

  private void tell(String what) {
    trail.append(AuditEvent.ofFile(Milestone.CLOCK, null, AuditEvent.GATEWAY, what));
  }

  @Override
  public List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>();
    Alarm difference = apart;
    if (difference != null) {
      alarms.add(difference);
    }
    Alarm jump = jumped;
    if (jump != null && jump.since().plus(SHOWN).isAfter(machine.instant())) {
      alarms.add(jump);
    }
    return alarms;
  }
}
