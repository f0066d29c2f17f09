package io.enforcement.gateway.standards.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start day does not count; each vector was computed by hand from the yearly notices. */
class LimitTest {

  private static final WorkingCalendar CHINA = WorkingCalendar.of(WorkingCalendar.shipped());
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  @ParameterizedTest
  @CsvSource({
    "2025-09-28, 5 WD, 2025-10-11", // from a make-up Sunday to a make-up Saturday
    "2026-02-12, 7 WD, 2026-02-28",
    "2024-02-08, 2 WD, 2024-02-18",
    "2022-12-30, 1 WD, 2023-01-03",
    "2026-04-30, 3 WD, 2026-05-08",
    "2026-04-30, 3 CD, 2026-05-06", // raw 05-03
    "2026-04-03, 3 CD, 2026-04-07", // raw 04-06, Qingming
    "2026-04-03, 3 WD, 2026-04-09",
    "2025-07-10, 90 CD, 2025-10-09", // raw 10-08
    "2026-01-24, 30 CD, 2026-02-24", // raw 02-23
    "2026-02-11, 3 CD, 2026-02-14", // make-up Saturday, no roll
    "2025-12-31, 2 MON, 2026-02-28",
    "2026-06-30, 2 MON, 2026-08-31", // raw 08-30, a Sunday
    "2024-01-31, 1 MON, 2024-02-29",
    "2026-05-01, 0 CD, 2026-05-01", // at once is at once, on a holiday too
    "2025-12-31, FIX 01-15, 2026-01-15",
    "2026-01-01, FIX 03-31, 2026-03-31",
    "2026-01-15, FIX 01-15, 2027-01-15",
  })
  void endsOnTheDayThatTheLawMeans(LocalDate start, String limit, LocalDate due) {
    Due end = Limit.parse(limit).from(morningOf(start), CHINA);

    assertThat(end.date()).isEqualTo(due);
    assertThat(end.provisional()).isFalse();
    assertThat(end.moment()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-02T16:20+08:00, 24 H, 2026-04-03T16:20+08:00",
    "2026-04-02T16:20+08:00, 24 H_NEXT, 2026-04-03T17:00+08:00",
    "2026-04-30T10:00+08:00, 48 H, 2026-05-02T10:00+08:00", // hours run through holidays
    "2026-04-02T16:20+08:00, 0 H, 2026-04-02T16:20+08:00",
  })
  void hoursEndAtAMoment(OffsetDateTime start, String limit, OffsetDateTime due) {
    assertThat(Limit.parse(limit).from(start, CHINA).moment()).contains(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-30, 5 WD, 2027-01-04", // 31st, then four days of which nobody knows
    "2026-12-20, 20 CD, 2027-01-09",
    "2026-11-30, 2 MON, 2027-01-30",
  })
  void withoutANoticeTheAnswerIsProvisionalAndTheEarliestPossible(
      LocalDate start, String limit, LocalDate earliest) {
    Due due = Limit.parse(limit).from(morningOf(start), CHINA);

    assertThat(due.provisional()).isTrue();
    assertThat(due.unknownYears()).containsExactly(2027);
    assertThat(due.date()).isEqualTo(earliest);
  }

  @Test
  void aLimitThatEndsInAKnownYearIsFinal() {
    assertThat(Limit.parse("1 WD").from(morningOf(LocalDate.of(2026, 12, 30)), CHINA).provisional())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5 days", "-1 WD", "5  WD", "FIX 13-01", "FIX", "99999 CD", ""})
  void isWrittenInOneWay(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.parse(text));
  }

  private static OffsetDateTime morningOf(LocalDate day) {
    return day.atTime(9, 0).atOffset(BEIJING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 WD", "24 H", "24 H_NEXT", "2 MON", "0 CD", "FIX 01-15"})
  void isWrittenAsItIsRead(String limit) {
    assertThat(Limit.parse(limit)).hasToString(limit);
  }
}
