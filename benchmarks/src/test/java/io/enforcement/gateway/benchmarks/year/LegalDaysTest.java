package io.enforcement.gateway.benchmarks.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days counted by hand on the calendar of 2026. */
class LegalDaysTest {

  private final LegalDays days = new LegalDays();

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 5, 2026-03-09",
    "2026-09-30, 1, 2026-10-08",
    "2026-02-13, 1, 2026-02-14",
    "2026-12-31, 1, 2027-01-01"
  })
  void workingDays(LocalDate start, int count, LocalDate last) {
    assertThat(days.workingDays(start, count)).isEqualTo(end(last));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 3, 2026-03-05",
    "2026-03-04, 3, 2026-03-09",
    "2026-09-28, 3, 2026-10-08",
    "2026-04-11, 0, 2026-04-11"
  })
  void calendarDaysThatEndOnAWorkingDay(LocalDate start, int count, LocalDate last) {
    assertThat(days.calendarDays(start, count)).isEqualTo(end(last));
  }

  private static Instant end(LocalDate last) {
    return Instant.parse(last + "T16:00:00Z");
  }
}
