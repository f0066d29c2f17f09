package io.enforcement.gateway.routes.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts the runs on one data directory, so that each brings new decisions. */
final class Runs {

  private Runs() {}

  /** The number of this run, from 0; the next call gets the next. */
  static int next(Path directory) {
    Path file = directory.resolve("runs");
    try {
      int run = before(file);
      Files.writeString(
          file,
          (run + 1) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      return run;
    } catch (IOException | NumberFormatException e) {
      throw new UncheckedIOException(
          "the count of runs cannot be kept",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private static int before(Path file) throws IOException {
    try {
      return Integer.parseInt(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
