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
 * One golden case: {@code <case>.in.<ext>} and what must come of it, {@code <case>.out.<ext>}
 * (json, xml or csv by what it is) or {@code <case>.rejected.txt}.
 */
record Sample(Path in) {

  private static final List<String> OUT = List.of("out.json", "out.xml", "out.csv");
  private static final String REFUSED = "rejected.txt";
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
    return Files.exists(sibling(REFUSED));
  }

  boolean isTranslated() {
    return OUT.stream().anyMatch(ending -> Files.exists(sibling(ending)));
  }

  void translatesTo(String actual) {
    compare(ending(actual), actual);
  }

  void isRefusedWith(String actual) {
    compare(REFUSED, actual);
  }

  private static String ending(String text) {
    return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case '{', '[' -> "out.json";
      case '<' -> "out.xml";
      default -> "out.csv";
    };
  }

  private void compare(String expected, String actual) {
    List<String> others =
        Stream.concat(OUT.stream(), Stream.of(REFUSED)).filter(e -> !e.equals(expected)).toList();
    try {
      if (REWRITE) {
        assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
        for (String other : others) {
          Files.deleteIfExists(sibling(other));
        }
        Files.writeString(sibling(expected), actual);
      }
      assertThat(sibling(expected)).as("-Dgolden.rewrite=true writes it").exists();
      assertThat(others).as("a case has one outcome").noneMatch(e -> Files.exists(sibling(e)));
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
