package io.enforcement.gateway.standards.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of one kind in the reference folder and what was last read of them. They are read again
 * only when one of them has changed; bad ones on another day too, which may make a date good. Used
 * under the lock of the folder.
 *
 * @param <T> what they say together
 */
final class FileKind<T> {

  private final Predicate<String> names;
  private final Reading<T> reading;
  private Map<Path, String> seen = Map.of();
  private LocalDate seenOn;
  private Optional<String> fault = Optional.empty();
  private T good;

  /** How the files become what they say. */
  @FunctionalInterface
  interface Reading<T> {

    /**
     * @param files in the order of their names
     * @throws IllegalArgumentException when one is not as it should be; names it
     */
    T read(List<Path> files, LocalDate day) throws IOException;
  }

  /**
   * @param shipped what holds without any file
   */
  FileKind(Predicate<String> names, Reading<T> reading, T shipped) {
    this.names = names;
    this.reading = reading;
    this.good = shipped;
  }

  /**
   * Reads the files of this kind where they are not as they were.
   *
   * @param folder all files of the folder, with what tells a changed one
   * @return what is wrong with one of them; empty when all is well
   */
  Optional<String> look(Map<Path, String> folder, LocalDate day) throws IOException {
    Map<Path, String> files = new TreeMap<>(folder);
    files.keySet().removeIf(file -> !names.test(file.getFileName().toString()));
    if (!files.equals(seen) || fault.isPresent() && !day.equals(seenOn)) {
      try {
        good = reading.read(List.copyOf(files.keySet()), day);
        fault = Optional.empty();
      } catch (IllegalArgumentException e) {
        fault = Optional.of(e.getMessage());
      }
      seen = files;
      seenOn = day;
    }
    return fault;
  }

  /** What could be read whole the last time. */
  T good() {
    return good;
  }
}
