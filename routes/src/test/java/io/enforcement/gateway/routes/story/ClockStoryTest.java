package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.ClockWatch;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.store.ClockStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that jumps, or that the database does not share, is told and is in the trail. */
@Story
class ClockStoryTest {

  private final StoryGateway gateway;
  private final MachineClock machine = new MachineClock();
  private ClockWatch watch;
  private Duration run = Duration.ZERO;

  /** Wrong by as much as it is told. */
  private static final class MachineClock extends Clock {
    private Duration wrong = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(wrong);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  ClockStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @BeforeEach
  void rightClocks() {
    machine.wrong = Duration.ZERO;
    run = Duration.ZERO;
    watch =
        new ClockWatch(
            gateway.part(ClockStore.class),
            machine,
            gateway.part(AuditTrail.class),
            new SimpleMeterRegistry(),
            () -> System.nanoTime() + run.toNanos());
  }

  @Test
  void clocksThatAgreeAreNoEvent() {
    long before = events();

    watch.look();
    watch.look();

    assertThat(watch.alarms()).isEmpty();
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void aDifferenceIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
    machine.wrong = Duration.ofMinutes(10);
    long before = events();

    watch.look();
    watch.look();

    assertThat(watch.alarms())
        .extracting(Alarm::kind, Alarm::detail)
        .containsExactly(tuple(Alarm.Kind.CLOCK, "the database's clock differs by 600 s"));
    assertThat(events()).isEqualTo(before + 1);

    // It is set right bit by bit, so that it does not jump.
    machine.wrong = Duration.ZERO;
    run = Duration.ofMinutes(-10);
    watch.look();

    assertThat(watch.alarms()).isEmpty();
    assertThat(details()).endsWith("the database's clock shows the same time again");
    assertThat(events()).isEqualTo(before + 2);
  }

  @Test
  void aJumpIsToldAndStandsForAnHour() {
    watch.look();
    machine.wrong = Duration.ofSeconds(-30);

    watch.look();

    assertThat(watch.alarms())
        .extracting(Alarm::detail)
        .contains("the clock jumped by -30 s", "the database's clock differs by -30 s");
    machine.wrong = Duration.ofHours(2);
    run = Duration.ofHours(2);
    assertThat(watch.alarms())
        .extracting(Alarm::detail)
        .containsExactly("the database's clock differs by -30 s");
  }

  /** A process that stood still saw no jump: both clocks ran on. */
  @Test
  void aFreezeIsNoJump() {
    watch.look();
    machine.wrong = Duration.ofSeconds(1);
    run = Duration.ofSeconds(1);

    watch.look();

    assertThat(watch.alarms()).isEmpty();
  }

  private long events() {
    return details().size();
  }

  private List<String> details() {
    return gateway
        .books()
        .runtime()
        .queryForList(
            "select detail from event where milestone = 'CLOCK' order by id", String.class);
  }
}
