package io.enforcement.gateway.standards.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which days are working days, seen from one region. The country's file of the year must be there;
 * on top of it come the files of the division codes that the region's code begins with, the longest
 * last. A region that has a layer in some year is unknown in a year in which it has none: whether
 * it has local holidays then, nobody said. Immutable; any thread.
 *
 * <p>Source: 全国年节及纪念日放假办法 (2024) articles 2 and 4, and the yearly notices of the State Council.
 */
public final class WorkingCalendar {

  private static final int FIRST_SHIPPED = 2022;
  private static final int LAST_SHIPPED = 2026;

  private final String region;
  private final Map<String, Map<Integer, CalendarYear>> years;

  private WorkingCalendar(String region, Map<String, Map<Integer, CalendarYear>> years) {
    this.region = region;
    this.years = years;
  }

  /**
   * The calendar of these files, seen from the whole country; of two files for one year the later.
   */
  public static WorkingCalendar of(Collection<CalendarYear> years) {
    Map<String, Map<Integer, CalendarYear>> byRegion = new HashMap<>();
    years.forEach(
        year ->
            byRegion.computeIfAbsent(year.region(), r -> new HashMap<>()).put(year.year(), year));
    return new WorkingCalendar(CalendarYear.COUNTRY, byRegion);
  }

  /** The files that come with the standard: the country, 2022 to 2026. */
  public static List<CalendarYear> shipped() {
    return IntStream.rangeClosed(FIRST_SHIPPED, LAST_SHIPPED)
        .mapToObj(year -> shipped(CalendarYear.COUNTRY + "-" + year + ".csv"))
        .toList();
  }

  private static CalendarYear shipped(String name) {
    try (InputStream csv = WorkingCalendar.class.getResourceAsStream(name)) {
      return CalendarYear.read(name, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same data seen from a region.
   *
   * @param divisionCode 2 to 12 digits
   */
  public WorkingCalendar in(String divisionCode) {
    // Every record asks from its own place: the data are never changed, so they are shared.
    return new WorkingCalendar(divisionCode, years);
  }

  /** What is known of the day. */
  public DayKind kind(LocalDate day) {
    if (!covers(day.getYear())) {
      return DayKind.UNKNOWN;
    }
    for (String layer : layers()) {
      Optional<Boolean> working =
          Optional.ofNullable(years.get(layer).get(day.getYear())).map(y -> y.working().get(day));
      if (working.isPresent()) {
        return working.get() ? DayKind.WORKING : DayKind.OFF;
      }
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? DayKind.OFF : DayKind.WORKING;
  }

  /** Whether all layers of the region have data for the year. */
  public boolean covers(int year) {
    return years.containsKey(CalendarYear.COUNTRY)
        && layers().stream().allMatch(layer -> years.get(layer).containsKey(year));
  }

  /** The longest first. */
  private List<String> layers() {
    return years.keySet().stream()
        .filter(layer -> layer.equals(CalendarYear.COUNTRY) || region.startsWith(layer))
        .sorted((a, b) -> rank(b) - rank(a))
        .toList();
  }

  private static int rank(String layer) {
    return layer.equals(CalendarYear.COUNTRY) ? 0 : layer.length();
  }

  /** The years that the region has data for, in order. */
  public List<Integer> years() {
    return new TreeSet<>(years.getOrDefault(CalendarYear.COUNTRY, Map.of()).keySet())
        .stream().filter(this::covers).toList();
  }
}
