package io.enforcement.gateway.standards.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder into which an administrator puts local additions while the program runs: a new township,
 * a development zone with a code of its own, a code that ended. Files are called {@code
 * division-<word>.csv} and come on top of the shipped divisions in the order of their names; one
 * that is added, changed or taken away is noticed at the next question. Thread-safe.
 */
public final class DivisionFolder {

  private static final Pattern NAME = Pattern.compile("division-[\\w-]+\\.csv");

  private final Path folder;
  private Map<Path, String> seen = Map.of();
  private Divisions divisions = Divisions.shipped();

  /**
   * @param folder may come into being later
   */
  public DivisionFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The shipped divisions with all files as they are now.
   *
   * @throws IllegalArgumentException when a file is not as {@link Divisions#with} says; the
   *     divisions before stay in force for those who ask {@link #lastGood}
   */
  public synchronized Divisions current() {
    try {
      Map<Path, String> now = files();
      if (!now.equals(seen)) {
        Divisions all = Divisions.shipped();
        for (Path file : now.keySet()) {
          all = with(all, file);
        }
        divisions = all;
        seen = now;
      }
      return divisions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last divisions that could be read whole. */
  public synchronized Divisions lastGood() {
    return divisions;
  }

  private static Divisions with(Divisions divisions, Path file) throws IOException {
    try (InputStream csv = Files.newInputStream(file)) {
      return divisions.with(file.getFileName().toString(), csv);
    }
  }

  /** The data files with what tells a changed one, in the order of their names. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          if (NAME.matcher(file.getFileName().toString()).matches()) {
            files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
          }
        }
      }
    }
    return files;
  }
}
