package io.enforcement.gateway.routes.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.brake.Volumes.Volume;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at which mark; the fullest volume counts. */
class DiskWatchTest {

  private static final DiskSettings MARKS = new DiskSettings(80, 88, 93, List.of());

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private int used;
  private final DiskWatch watch =
      new DiskWatch(
          MARKS,
          () -> List.of(new Volume("/data", 1000, 900), new Volume("/spool", 1000, 1000 - used)),
          Clock.systemUTC(),
          meters);

  @ParameterizedTest
  @CsvSource({
    "0, false, true, true",
    "790, false, true, true",
    "791, true, true, true",
    "870, true, true, true",
    "871, true, false, true",
    "920, true, false, true",
    "921, true, false, false",
    "1000, true, false, false"
  })
  void theMarksAreReachedInTurn(int perMille, boolean alarm, boolean takesIn, boolean begins) {
    at(perMille);

    assertThat(watch.alarms()).hasSize(alarm ? 1 : 0);
    assertThat(takesIn()).isEqualTo(takesIn);
    assertThat(watch.mayBeginWork()).isEqualTo(begins);
    assertThat(meters.get("gateway.disk.used.percent").gauge().value())
        .isEqualTo(Math.max(10, Math.ceil(perMille / 10.0)));
  }

  @Test
  void whoIsTurnedAwayIsToldWhenToComeAgainAndRoomIsSeenAtOnce() {
    at(900);
    assertThatThrownBy(watch::requireRoom)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.code().code()).isEqualTo("no-room");
              assertThat(e.code().status()).isEqualTo(503);
              assertThat(e.headers()).containsEntry("Retry-After", "30");
            });
    assertThat(watch.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Alarm.Kind.DISK);
              assertThat(alarm.detail()).isEqualTo("REFUSE /spool 90 %");
            });

    at(100);

    assertThatCode(watch::requireRoom).doesNotThrowAnyException();
    assertThat(watch.alarms()).isEmpty();
  }

  @Test
  void marksThatDoNotRiseAreRefusedAtTheStart() {
    assertThatThrownBy(() -> new DiskSettings(90, 88, 93, List.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.disk");
  }

  private void at(int perMille) {
    used = perMille;
    watch.look();
  }

  private boolean takesIn() {
    try {
      watch.requireRoom();
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }
}
