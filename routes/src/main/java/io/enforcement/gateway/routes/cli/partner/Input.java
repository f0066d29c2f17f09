package io.enforcement.gateway.routes.cli.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is given. */
final class Input {

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private Input() {}

  /**
   * The whole file.
   *
   * @throws IOException when it cannot be read or is larger than any message may be
   */
  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(file + ": more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
