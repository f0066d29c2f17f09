package io.enforcement.gateway.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of a run, on the disk that holds the system's temporary files. */
public final class Directories {

  private Directories() {}

  /** A new empty one. */
  public static Path temporary(String purpose) throws IOException {
    return Files.createTempDirectory("enforcement-gateway-" + purpose + "-");
  }

  /** Copies a file, or a directory with all that is in it. */
  public static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** Deletes it with all that is in it, also while somebody else deletes or writes there. */
  public static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(directory)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path path : deepestFirst) {
      try {
        Files.deleteIfExists(path);
      } catch (java.nio.file.DirectoryNotEmptyException writtenMeanwhile) {
        // What is still being written there is not ours to wait for.
        continue;
      }
    }
  }
}
