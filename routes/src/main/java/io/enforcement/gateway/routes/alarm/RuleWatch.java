package io.enforcement.gateway.routes.alarm;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the same figures that a Prometheus reads, by the same rules, for sites that have none.
 * What is past its limit stands from the look that found it so, for each partner apart. Only reads.
 * Thread-safe.
 */
@Component
public class RuleWatch implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

  /** Whom a figure is about, in this gateway's own labels. */
  private static final List<String> PARTNER = List.of("receiver", "partner");

  private record Subject(Alarm.Kind kind, String partner) {

    String name() {
      return partner.isEmpty() ? kind.name() : kind + " of " + partner;
    }
  }

  private final MeterRegistry meters;
  private final Clock clock;
  private volatile Map<Subject, Alarm> past = Map.of();

  RuleWatch(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 15_000)
  public void look() {
    Instant now = clock.instant();
    Map<Subject, Alarm> before = past;
    Map<Subject, Alarm> found = new HashMap<>();
    for (AlarmRule rule : AlarmRule.all()) {
      if (rule.isMeasured()) {
        pastLimit(rule)
            .forEach(
                (subject, detail) -> {
                  Instant since = before.containsKey(subject) ? before.get(subject).since() : now;
                  found.put(subject, alarm(subject, since, detail));
                });
      }
    }
    past = Map.copyOf(found);
    tell(before, found);
  }

  /** What is past the limit: for each partner what was measured, with the labels that are left. */
  private Map<Subject, String> pastLimit(AlarmRule rule) {
    return meters.find(rule.figure()).gauges().stream()
        .filter(gauge -> rule.isPast(gauge.value()))
        .collect(
            Collectors.groupingBy(
                gauge -> new Subject(rule.kind(), partner(gauge)),
                Collectors.mapping(RuleWatch::detail, Collectors.joining("; "))));
  }

  private static String partner(Gauge gauge) {
    return PARTNER.stream()
        .map(gauge.getId()::getTag)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String detail(Gauge gauge) {
    String labels =
        gauge.getId().getTags().stream()
            .filter(tag -> !PARTNER.contains(tag.getKey()))
            .map(Tag::getValue)
            .collect(Collectors.joining(" "));
    return (labels + " " + Math.round(gauge.value())).strip();
  }

  private static Alarm alarm(Subject subject, Instant since, String detail) {
    return new Alarm(
        subject.kind(),
        subject.partner().isEmpty() ? null : subject.partner(),
        null,
        since,
        detail);
  }

  private static void tell(Map<Subject, Alarm> before, Map<Subject, Alarm> now) {
    now.forEach(
        (subject, alarm) -> {
          if (!before.containsKey(subject)) {
            LOG.warn("{}: {}", subject.name(), alarm.detail());
          }
        });
    before.keySet().stream()
        .filter(subject -> !now.containsKey(subject))
        .forEach(subject -> LOG.info("{} is over", subject.name()));
  }

  @Override
  public List<Alarm> alarms() {
    return List.copyOf(past.values());
  }
}
