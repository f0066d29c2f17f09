package io.enforcement.gateway.standards.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

  private static final WorkingCalendar CHINA = WorkingCalendar.of(WorkingCalendar.shipped());

  /** Four independent collections of the notices agree on these figures; 2022 on two. */
  @ParameterizedTest
  @CsvSource({"2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
  void hasTheWorkingDaysOfTheYear(int year, long days) {
    LocalDate first = LocalDate.of(year, 1, 1);

    assertThat(
            first
                .datesUntil(first.plusYears(1))
                .filter(day -> CHINA.kind(day) == DayKind.WORKING)
                .count())
        .isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-09, WORKING", // New Year's Eve was none
    "2023-01-03, WORKING",
    "2026-02-14, WORKING", // make-up Saturday
    "2026-02-23, OFF",
    "2026-11-21, OFF",
    "2027-01-04, UNKNOWN",
    "2021-12-31, UNKNOWN",
  })
  void knowsADayOrSaysThatItDoesNot(LocalDate day, DayKind kind) {
    assertThat(CHINA.kind(day)).isEqualTo(kind);
  }

  @Test
  void aRegionAddsItsOwnHolidaysAndTheLongerCodeHasTheLastWord() {
    WorkingCalendar all =
        with(
            file("64-2026.csv", "2026-03-20,off,invented,test", "2026-05-27,off,invented,test"),
            file("6404-2026.csv", "2026-05-27,work,invented,test"));
    LocalDate everywhere = LocalDate.of(2026, 3, 20);
    LocalDate notInGuyuan = LocalDate.of(2026, 5, 27);

    assertThat(all.kind(everywhere)).isEqualTo(DayKind.WORKING);
    assertThat(all.in("640104").kind(everywhere)).isEqualTo(DayKind.OFF);
    assertThat(all.in("640104").kind(notInGuyuan)).isEqualTo(DayKind.OFF);
    assertThat(all.in("640402").kind(notInGuyuan)).isEqualTo(DayKind.WORKING);
    assertThat(all.in("110101").kind(everywhere)).isEqualTo(DayKind.WORKING);
  }

  @Test
  void aRegionWithALayerIsUnknownInAYearWithoutOne() {
    WorkingCalendar all = with(file("64-2026.csv", "2026-03-20,off,invented,test"));

    assertThat(all.in("640104").kind(LocalDate.of(2025, 3, 20))).isEqualTo(DayKind.UNKNOWN);
    assertThat(all.in("640104").years()).containsExactly(2026);
    assertThat(all.in("110101").kind(LocalDate.of(2025, 3, 20))).isEqualTo(DayKind.WORKING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-31,off,x,y",
        "2026-02-30,off,x,y",
        "2026-02-03,half,x,y",
        "2026-02-03,off,x,y\n2026-02-03,work,x,y"
      })
  void refusesWhatIsNoDataFile(String rows) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file("cn-2026.csv", rows))
        .withMessageContaining("cn-2026.csv");
    assertThatIllegalArgumentException().isThrownBy(() -> file("2026.csv"));
  }

  private static WorkingCalendar with(CalendarYear... layers) {
    List<CalendarYear> all = new ArrayList<>(WorkingCalendar.shipped());
    all.addAll(List.of(layers));
    return WorkingCalendar.of(all);
  }

  private static CalendarYear file(String name, String... rows) {
    return CalendarYear.read(
        name, new ByteArrayInputStream(text(rows).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String... rows) {
    return "date,day,occasion,source\n" + String.join("\n", rows) + "\n";
  }
}
