package io.enforcement.gateway.routes.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time in a sandbox: it passes faster, and never back. */
class MovableClockTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("clock-ahead");
  }

  @Test
  void beginsWithTheMachineAndKeepsWhatPassed() {
    MovableClock clock = MovableClock.keptIn(file);
    assertThat(clock.ahead()).isZero();

    clock.moveTo(clock.instant().plus(Duration.ofDays(30)));

    Duration ahead = MovableClock.keptIn(file).ahead();
    assertThat(ahead).isEqualTo(clock.ahead());
    assertThat(ahead).isBetween(Duration.ofDays(30).minusMinutes(1), Duration.ofDays(30));
  }

  @Test
  void knowsWhatTimeItWasBeforeEachMove() throws Exception {
    Files.writeString(file, "PT240H");
    Instant before = Instant.now().minusSeconds(60);
    MovableClock clock = MovableClock.keptIn(file);
    clock.moveTo(clock.instant().plus(Duration.ofDays(30)));

    for (MovableClock each : List.of(clock, MovableClock.keptIn(file))) {
      assertThat(each.here(before)).isEqualTo(before.plus(Duration.ofDays(10)));
      Instant now = Instant.now();
      assertThat(each.here(now)).isEqualTo(now.plus(each.ahead()));
      assertThat(each.ahead()).isGreaterThan(Duration.ofDays(39));
    }
  }

  @Test
  void mayBeginInThePast() throws Exception {
    Files.writeString(file, "PT-8760H\n");

    MovableClock clock = MovableClock.keptIn(file);

    assertThat(clock.instant()).isBefore(Instant.now().minus(Duration.ofDays(364)));
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(clock.ahead()).isNegative();
  }

  @Test
  void takesNoTimeBackAndKnowsAnEnd() {
    MovableClock clock = MovableClock.keptIn(file);

    assertThatThrownBy(() -> clock.moveTo(clock.instant().minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.moveTo(clock.instant().plus(Duration.ofDays(4000))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "P1Y", "PT99999999H"})
  void aDamagedFileStopsTheStart(String content) throws Exception {
    Files.writeString(file, content);

    assertThatThrownBy(() -> MovableClock.keptIn(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("clock-ahead")
        .hasMessageContaining("PT720H");
  }
}
