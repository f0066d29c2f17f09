package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One golden case: {@code <case>.in.<ext>} and what must come of it, {@code <case>.out.json} or
 * {@code <case>.rejected.txt}.
 */
record Sample(Path in) {

  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
  private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
  private static final String KEY = "0190b6f0-4c1e-7a52-9d3b-5f2a6c8e0d11";

  static List<Sample> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().contains(".in."))
          .sorted()
          .map(Sample::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Context inbound() {
    return new Context(KEY, AT, in.getFileName().toString());
  }

  Context outbound() {
    return new Context(KEY, AT, null);
  }

  boolean isRefused() {
    return Files.exists(sibling("rejected.txt"));
  }

  boolean isTranslated() {
    return Files.exists(sibling("out.json"));
  }

  void translatesTo(String actual) {
    compare("out.json", "rejected.txt", actual);
  }

  void isRefusedWith(String actual) {
    compare("rejected.txt", "out.json", actual);
  }

  private void compare(String expected, String other, String actual) {
    try {
      if (REWRITE) {
        assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
        Files.deleteIfExists(sibling(other));
        Files.writeString(sibling(expected), actual);
      }
      assertThat(sibling(expected)).as("-Dgolden.rewrite=true writes it").exists();
      assertThat(sibling(other)).as("a case has one outcome").doesNotExist();
      assertThat(actual).isEqualTo(Files.readString(sibling(expected)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path sibling(String ending) {
    return in.resolveSibling(in.getFileName().toString().replaceFirst("\\.in\\..*$", "." + ending));
  }

  @Override
  public String toString() {
    return PartnerFolder.TWINS.relativize(in).toString();
  }
}
