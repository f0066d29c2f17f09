package io.enforcement.gateway.standards.calendar;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One data file: the days of one year that differ from the weekday's rule, for the country or for a
 * region. The file is called {@code cn-2026.csv} or, with a division code of 2 to 12 digits, {@code
 * 64-2026.csv}; its columns are {@code date,day,occasion,source}, where {@code day} is {@code off}
 * or {@code work}. A file of a year says all there is to say about it: without one, the year is
 * unknown. Immutable; any thread.
 *
 * @param region {@code cn} or a division code
 * @param year the year
 * @param working the days that differ, and whether they are working days
 */
public record CalendarYear(String region, int year, Map<LocalDate, Boolean> working) {

  /** The region of the whole country. */
  public static final String COUNTRY = "cn";

  private static final Pattern NAME = Pattern.compile("(cn|\\d{2,12})-(\\d{4})\\.csv");

  private static final String[] HEADER = {"date", "day", "occasion", "source"};

  public CalendarYear {
    working = Map.copyOf(working);
  }

  /** Whether a file of this name is a data file. */
  public static boolean isFileName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Reads a data file.
   *
   * @param name the file's name
   * @throws IllegalArgumentException when name or content is not as above; names file and row
   */
  public static CalendarYear read(String name, InputStream csv) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a calendar file is called cn-<year>.csv or <division code>-<year>.csv, not " + name);
    }
    int year = Integer.parseInt(matcher.group(2));
    Map<LocalDate, Boolean> working = new HashMap<>();
    for (List<String> row : CsvTable.rows(csv, HEADER)) {
      LocalDate date = date(name, row.get(0), year);
      if (working.put(date, works(name, row.get(1))) != null) {
        throw new IllegalArgumentException(name + " has " + date + " twice");
      }
    }
    return new CalendarYear(matcher.group(1), year, working);
  }

  private static LocalDate date(String name, String text, int year) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() == year) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + ": '" + text + "' is no date like 2026-01-31", e);
    }
    throw new IllegalArgumentException(name + ": " + text + " is not in its year");
  }

  private static boolean works(String name, String day) {
    return switch (day) {
      case "work" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(
              name + ": a day is 'off' or 'work', not '" + day + "'");
    };
  }
}
