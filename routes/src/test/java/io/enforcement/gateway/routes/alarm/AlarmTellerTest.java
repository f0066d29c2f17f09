package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.store.AlarmMarkStore;
import io.enforcement.gateway.routes.store.AlarmMarkStore.Mark;
import io.enforcement.gateway.routes.store.AlarmMarkStore.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each alarm is told once when it begins and once when it is over, and not where nobody asked. */
class AlarmTellerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final List<Alarm> standing = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final AlarmMarkStore store = mock();
  private final Restrictions restrictions = mock();
  private boolean broken;

  private final AlarmChannels channels =
      new AlarmChannels(
          List.of(
              new AlarmChannel() {
                @Override
                public String name() {
                  return "ear";
                }

                @Override
                public void tell(AlarmNotice notice) throws IOException {
                  if (broken) {
                    throw new IOException();
                  }
                  heard.add(
                      notice.rule().kind()
                          + (notice.over() ? " over " : " ")
                          + notice.partner()
                          + "/"
                          + notice.exchange());
                }
              }),
          CLOCK);
  private final AlarmTeller teller =
      new AlarmTeller(
          channels,
          new AlarmBoard(List.of(() -> standing), store, CLOCK, new SimpleMeterRegistry()),
          restrictions,
          "site",
          CLOCK);

  AlarmTellerTest() {
    when(store.latest(any())).thenReturn(marks);
  }

  private void stands(Alarm.Kind kind, Instant since) {
    standing.add(new Alarm(kind, "credit", "penalty", since, "12"));
  }

  private void said(Instant at, Instant until) {
    marks.add(new Mark(new Subject("UNROUTED", "credit", "penalty"), "somebody", "why", at, until));
  }

  @Test
  void onceWhenItBeginsAndOnceWhenItIsOver() {
    stands(Alarm.Kind.UNROUTED, NOW);
    teller.look();
    teller.look();
    standing.clear();
    teller.look();
    teller.look();

    assertThat(heard).containsExactly("UNROUTED credit/penalty", "UNROUTED over credit/penalty");
  }

  @Test
  void whatNobodyTookIsToldAgainAndIsAnAlarmMeanwhile() {
    stands(Alarm.Kind.UNROUTED, NOW);
    broken = true;
    teller.look();
    assertThat(channels.alarms())
        .containsExactly(new Alarm(Alarm.Kind.CHANNEL_SILENT, null, null, NOW, "ear"));

    broken = false;
    teller.look();
    assertThat(heard).containsExactly("UNROUTED credit/penalty");
    assertThat(channels.alarms()).isEmpty();
  }

  @Test
  void notBeforeItHasHeldAsLongAsItsRuleSays() {
    stands(Alarm.Kind.RECEIVER_PAUSED, NOW.minus(Duration.ofHours(3)));
    teller.look();
    assertThat(heard).isEmpty();

    standing.clear();
    stands(Alarm.Kind.RECEIVER_PAUSED, NOW.minus(Duration.ofHours(4)));
    teller.look();
    assertThat(heard).hasSize(1);
  }

  @Test
  void notWhileSomebodyHasItInHandUnlessItBeganAnew() {
    stands(Alarm.Kind.UNROUTED, NOW.minusSeconds(60));
    said(NOW, null);
    teller.look();
    assertThat(heard).isEmpty();

    marks.clear();
    said(NOW.minusSeconds(61), null);
    teller.look();
    assertThat(heard).hasSize(1);
  }

  @Test
  void notWhileItIsSilencedAndAgainAfterTheEnd() {
    stands(Alarm.Kind.UNROUTED, NOW);
    said(NOW.minusSeconds(7200), NOW.plusSeconds(1));
    teller.look();
    assertThat(heard).isEmpty();

    marks.clear();
    said(NOW.minusSeconds(7200), NOW.minusSeconds(1));
    teller.look();
    assertThat(heard).hasSize(1);
  }

  @Test
  void notWhoseItIsWhereThatIsRestricted() {
    when(restrictions.hides(Restrictions.NOBODY, new ExchangeKey("credit", "penalty")))
        .thenReturn(true);
    stands(Alarm.Kind.UNROUTED, NOW);
    teller.look();

    assertThat(heard).containsExactly("UNROUTED null/null");
  }
}
