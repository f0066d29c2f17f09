package io.enforcement.gateway.standards.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder into which an administrator puts the file of a new year, or of a region, while the
 * program runs. What lies there comes on top of the shipped files; a file that is added, changed or
 * taken away is noticed at the next question. Thread-safe.
 */
public final class CalendarFolder {

  private final Path folder;
  private Map<Path, String> seen = Map.of();
  private WorkingCalendar calendar = WorkingCalendar.of(WorkingCalendar.shipped());

  /**
   * @param folder may come into being later
   */
  public CalendarFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The calendar of all files as they are now.
   *
   * @throws IllegalArgumentException when a file is not as {@link CalendarYear} says; the calendar
   *     before stays in force for those who ask {@link #lastGood}
   */
  public synchronized WorkingCalendar current() {
    try {
      Map<Path, String> now = files();
      if (!now.equals(seen)) {
        List<CalendarYear> years = new ArrayList<>(WorkingCalendar.shipped());
        for (Path file : now.keySet()) {
          years.add(read(file));
        }
        calendar = WorkingCalendar.of(years);
        seen = now;
      }
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last calendar that could be read whole. */
  public synchronized WorkingCalendar lastGood() {
    return calendar;
  }

  private static CalendarYear read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream csv = Files.newInputStream(file)) {
      return CalendarYear.read(name, csv);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** The data files with what tells a changed one, in the order of their names. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          if (CalendarYear.NAME.matcher(file.getFileName().toString()).matches()) {
            files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
          }
        }
      }
    }
    return files;
  }
}
