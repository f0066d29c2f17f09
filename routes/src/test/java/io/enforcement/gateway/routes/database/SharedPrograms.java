package io.enforcement.gateway.routes.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the data directories of all tests share one unpacked PostgreSQL: unpacking takes seconds.
 */
public final class SharedPrograms {

  private static final Path SHARED = Path.of("target", "postgres-programs").toAbsolutePath();

  private SharedPrograms() {}

  public static void linkInto(Path dataDirectory) {
    try {
      Files.createDirectories(SHARED);
      Files.createDirectories(dataDirectory);
      Files.createSymbolicLink(dataDirectory.resolve("postgres-programs"), SHARED);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
