package io.enforcement.gateway.routes.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of records that nobody subscribes to: at the first of a sender's kind, and again when an
 * hour has passed since it was told last. What was seen since the start of this process stands on
 * the board for a day after the last one. Thread-safe.
 */
@Component
public class UnroutedWatch implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(UnroutedWatch.class);

  private static final Duration SHOWN = Duration.ofDays(1);
  private static final Duration TOLD = Duration.ofHours(1);

  private record Origin(String sender, String exchange, String kind) {}

  private record Seen(long count, Instant first, Instant last, Instant told) {}

  private final Map<Origin, Seen> seen = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final Clock clock;

  UnroutedWatch(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** A record was accepted and goes nowhere. */
  public void unrouted(String sender, String exchange, String kind) {
    meters.counter("gateway.records.unrouted", "partner", sender, "kind", kind).increment();
    Instant now = clock.instant();
    seen.compute(
        new Origin(sender, exchange, kind),
        (origin, before) -> before == null ? first(origin, now) : next(origin, before, now));
  }

  private static Seen first(Origin origin, Instant now) {
    LOG.warn("nobody subscribes to {} of {}", origin.kind(), origin.sender());
    return new Seen(1, now, now, now);
  }

  private static Seen next(Origin origin, Seen before, Instant now) {
    long count = before.count() + 1;
    boolean tell = Duration.between(before.told(), now).compareTo(TOLD) >= 0;
    if (tell) {
      LOG.warn("nobody subscribes to {} of {}: {} so far", origin.kind(), origin.sender(), count);
    }
    return new Seen(count, before.first(), now, tell ? now : before.told());
  }

  @Override
  public List<Alarm> alarms() {
    Instant since = clock.instant().minus(SHOWN);
    return seen.entrySet().stream()
        .filter(each -> each.getValue().last().isAfter(since))
        .map(each -> alarm(each.getKey(), each.getValue()))
        .toList();
  }

  private static Alarm alarm(Origin origin, Seen seen) {
    return new Alarm(
        Alarm.Kind.UNROUTED,
        origin.sender(),
        origin.exchange(),
        seen.first(),
        origin.kind() + " " + seen.count());
  }
}
