package io.enforcement.gateway.standards.reference;

import io.enforcement.gateway.standards.calendar.CalendarYear;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.codes.Divisions;
import io.enforcement.gateway.standards.register.Registers;
import io.enforcement.gateway.standards.rules.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of files that come on top of what is shipped; other files in it are nobody's business:
 *
 * <ul>
 *   <li>calendars, {@code cn-2027.csv} or {@code 64-2027.csv}: see {@link CalendarYear};
 *   <li>local divisions, {@code division-<word>.csv}: see {@link Divisions#with};
 *   <li>the registers, {@code Officer.json}, {@code EnforcementItem-<word>.zip} and the like: see
 *       {@link RegisterFiles}.
 * </ul>
 *
 * A file that is added, changed or taken away is noticed at the next question. Where a file is bad,
 * what was good before of its kind stays in force, and the other kinds go on. Thread-safe; a
 * question waits while another one reads.
 */
public final class ReferenceFolder {

  private static final Pattern DIVISION = Pattern.compile("division-[\\w-]+\\.csv");

  private final Path folder;
  private final Supplier<LocalDate> today;
  private final FileKind<WorkingCalendar> calendars;
  private final FileKind<Divisions> divisions;
  private final FileKind<Registers> registers;

  /**
   * @param folder may come into being later
   * @param today the day against which dates in records are judged
   */
  public ReferenceFolder(Path folder, Supplier<LocalDate> today) {
    ReferenceData shipped = ReferenceData.shipped();
    this.folder = folder;
    this.today = today;
    this.calendars =
        new FileKind<>(CalendarYear::isFileName, ReferenceFolder::calendar, shipped.calendar());
    this.divisions =
        new FileKind<>(
            DIVISION.asMatchPredicate(), ReferenceFolder::divisions, shipped.divisions());
    this.registers =
        new FileKind<>(RegisterFiles::isFileName, RegisterFiles::read, shipped.registers());
  }

  /**
   * What is shipped with all files as they are now.
   *
   * @throws IllegalArgumentException when a file is not as it should be; names the file and the
   *     place in it. {@link #lastGood} answers what is in force all the same
   * @throws UncheckedIOException when the folder or a file cannot be read
   */
  public synchronized ReferenceData current() {
    List<String> faults = new ArrayList<>();
    try {
      Map<Path, String> files = files();
      LocalDate day = today.get();
      for (FileKind<?> kind : List.of(calendars, divisions, registers)) {
        kind.look(files, day).ifPresent(faults::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    return lastGood();
  }

  /** Of each kind what could be read whole the last time. */
  public synchronized ReferenceData lastGood() {
    return new ReferenceData(calendars.good(), divisions.good(), registers.good());
  }

  private static WorkingCalendar calendar(List<Path> files, LocalDate day) throws IOException {
    List<CalendarYear> years = new ArrayList<>(WorkingCalendar.shipped());
    for (Path file : files) {
      String name = file.getFileName().toString();
      try (InputStream csv = Files.newInputStream(file)) {
        years.add(CalendarYear.read(name, csv));
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
      }
    }
    return WorkingCalendar.of(years);
  }

  private static Divisions divisions(List<Path> files, LocalDate day) throws IOException {
    Divisions all = Divisions.shipped();
    for (Path file : files) {
      try (InputStream csv = Files.newInputStream(file)) {
        all = all.with(file.getFileName().toString(), csv);
      }
    }
    return all;
  }

  /** All files in the order of their names, with what tells a changed one. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return files;
  }
}
