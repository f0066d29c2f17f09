package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** A partner's folders as they are mounted at the gateway: they can vanish and come back. */
final class Mount {

  private final Path point;
  private final Path files;

  Mount(Path point, Path files) {
    this.point = point;
    this.files = files;
    appear();
  }

  /** What the gateway is told of it. */
  Map<String, String> settings() {
    return Map.of("root", point.toString());
  }

  void vanish() {
    try {
      Files.delete(point);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is there, if it was not. */
  void appear() {
    try {
      if (!Files.exists(point, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(point, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
