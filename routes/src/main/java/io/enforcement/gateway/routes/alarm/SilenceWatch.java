package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerFile.Expectation;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.reference.CurrentReference;
import io.enforcement.gateway.routes.store.Contacts;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether partners have sent what was agreed ({@code expectations} in their settings file),
 * by the working-day calendar in force. Silence is told once when it begins and once when it ends.
 * What was due before this gateway first ran is nobody's silence. Only reads. Thread-safe.
 */
@Component
public class SilenceWatch implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

  /** What the partners agreed is said in Beijing time. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final PartnerCatalog catalog;
  private final Contacts contacts;
  private final CurrentReference reference;
  private final Clock clock;
  private volatile Map<String, Alarm> silent = Map.of();

  public SilenceWatch(
      PartnerCatalog catalog,
      Contacts contacts,
      CurrentReference reference,
      Clock clock,
      MeterRegistry meters) {
    this.catalog = catalog;
    this.contacts = contacts;
    this.reference = reference;
    this.clock = clock;
    meters.gauge("gateway.partners.silent", this, watch -> watch.silent.size());
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 60_000)
  public void look() {
    try {
      tell(found());
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
    }
  }

  private Map<String, Alarm> found() {
    List<Alarm> found = new ArrayList<>();
    for (Partner partner : catalog.partners()) {
      for (Expectation expectation : partner.expectations()) {
        silence(partner.id(), expectation).ifPresent(found::add);
      }
    }
    Map<String, Alarm> byExchange = new TreeMap<>();
    found.forEach(alarm -> byExchange.put(alarm.partner() + "." + alarm.exchange(), alarm));
    return byExchange;
  }

  private Optional<Alarm> silence(String partner, Expectation expectation) {
    WorkingCalendar calendar = reference.get().calendar();
    Instant now = clock.instant();
    ExchangeKey exchange = new ExchangeKey(partner, expectation.exchange());
    return Expected.last(expectation, calendar, LocalDateTime.ofInstant(now, CHINA))
        .filter(e -> isSilent(exchange, e, now))
        .map(
            e ->
                new Alarm(
                    Alarm.Kind.PARTNER_SILENT,
                    partner,
                    expectation.exchange(),
                    e.by().atZone(CHINA).toInstant(),
                    "nothing since " + e.from()));
  }

  private boolean isSilent(ExchangeKey exchange, Expected expected, Instant now) {
    Instant from = expected.from().atStartOfDay(CHINA).toInstant();
    Instant due = expected.by().atZone(CHINA).toInstant();
    return contacts.firstStart().filter(start -> start.isBefore(due)).isPresent()
        && !contacts.hasSent(exchange, from, Duration.between(from, now));
  }

  private void tell(Map<String, Alarm> now) {
    Map<String, Alarm> before = silent;
    silent = now;
    now.forEach(
        (name, alarm) -> {
          if (!before.containsKey(name)) {
            LOG.warn(
                "{} is silent: {} was due at {}", alarm.partner(), alarm.exchange(), alarm.since());
          }
        });
    before.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> LOG.info("{} is silent no more", name));
  }

  @Override
  public List<Alarm> alarms() {
    return List.copyOf(silent.values());
  }
}
