package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.partner.PartnerFile.Expectation;
import io.enforcement.gateway.routes.partner.PartnerFile.Rhythm;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What had to be here last, by the calendar of 2026. */
class ExpectedTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.of(WorkingCalendar.shipped());

  @ParameterizedTest
  @CsvSource({
    "WORKDAY, 2026-11-20T17:59, 2026-11-19, 2026-11-19",
    "WORKDAY, 2026-11-20T18:00, 2026-11-20, 2026-11-20",
    "WORKDAY, 2026-11-22T12:00, 2026-11-20, 2026-11-20",
    "WORKDAY, 2026-11-23T12:00, 2026-11-20, 2026-11-20",
    "WORKDAY, 2026-10-03T12:00, 2026-09-30, 2026-09-30",
    "DAY, 2026-11-22T18:30, 2026-11-22, 2026-11-22",
    "WEEK, 2026-11-20T17:00, 2026-11-09, 2026-11-13",
    "WEEK, 2026-11-22T17:00, 2026-11-16, 2026-11-20",
    "MONTH, 2026-11-23T12:00, 2026-10-01, 2026-10-30",
    "MONTH, 2026-11-30T18:00, 2026-11-01, 2026-11-30"
  })
  void isThePeriodThatIsOver(Rhythm every, LocalDateTime now, LocalDate from, LocalDate by) {
    assertThat(Expected.last(new Expectation("penalty-decision", every, "18:00"), CALENDAR, now))
        .contains(new Expected(from, by.atTime(18, 0)));
  }

  @Test
  void aYearWithoutACalendarExpectsNothing() {
    assertThat(
            Expected.last(
                new Expectation("penalty-decision", Rhythm.WORKDAY, "18:00"),
                CALENDAR,
                LocalDateTime.parse("2040-06-01T12:00")))
        .isEmpty();
  }
}
