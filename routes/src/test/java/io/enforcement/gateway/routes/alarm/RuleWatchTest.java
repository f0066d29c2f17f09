package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Figures past the limit of their rule, as the board has them. */
class RuleWatchTest {

  private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = BEGIN;
  private final RuleWatch watch =
      new RuleWatch(
          meters,
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private AtomicLong figure(String name, String label, String value) {
    return meters.gauge(name, Tags.of(label, value), new AtomicLong());
  }

  @Test
  void whatIsPastItsLimitStandsForEachPartnerFromTheFirstLookUntilItIsOver() {
    AtomicLong credit = figure("gateway.route.oldest.seconds", "receiver", "credit");
    figure("gateway.route.oldest.seconds", "receiver", "publicity").set(1800);
    credit.set(1801);
    watch.look();
    now = BEGIN.plus(Duration.ofMinutes(1));
    credit.set(1861);
    watch.look();

    assertThat(watch.alarms())
        .containsExactly(new Alarm(Alarm.Kind.QUEUE_STALLED, "credit", null, BEGIN, "1861"));

    credit.set(0);
    watch.look();
    assertThat(watch.alarms()).isEmpty();
  }

  @Test
  void figuresOfNoPartnerAreOneAlarm() {
    figure("gateway.deadletter.recent", "stage", "TRANSLATE").set(11);
    watch.look();

    assertThat(watch.alarms())
        .containsExactly(
            new Alarm(Alarm.Kind.DEAD_LETTERS_GROW, null, null, BEGIN, "TRANSLATE 11"));
  }

  @Test
  void aLimitMayBeALeastValueAndWhatIsNoNumberIsNotPastIt() {
    AtomicLong left = figure("gateway.certificate.left.seconds", "certificate", "door.pem");
    left.set(Duration.ofDays(31).toSeconds());
    meters.gauge("gateway.unmaskings.hour", this, self -> Double.NaN);
    watch.look();
    assertThat(watch.alarms()).isEmpty();

    left.set(Duration.ofDays(29).toSeconds());
    watch.look();
    assertThat(watch.alarms())
        .extracting(Alarm::kind)
        .containsExactly(Alarm.Kind.CERTIFICATE_EXPIRING);
  }
}
