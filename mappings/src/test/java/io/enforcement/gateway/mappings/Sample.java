package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One golden case: {@code <case>.in.<ext>} and what must come of it, {@code <case>.out.<ext>}
 * (json, xml or csv by what it is) or {@code <case>.rejected.txt}.
 */
record Sample(Path in) {

  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

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

  /** The record of the standard that it starts from. */
  StandardRecord record() {
    return StandardXml.read(bytes());
  }

  Context inbound() {
    return GoldenOutcome.inbound(in.getFileName().toString());
  }

  Context outbound() {
    return GoldenOutcome.outbound();
  }

  boolean isRefused() {
    return Files.exists(sibling(GoldenOutcome.REFUSED));
  }

  boolean isTranslated() {
    return GoldenOutcome.ENDINGS.stream()
        .filter(ending -> !ending.equals(GoldenOutcome.REFUSED))
        .anyMatch(ending -> Files.exists(sibling(ending)));
  }

  void comesTo(GoldenOutcome actual) {
    List<String> others =
        GoldenOutcome.ENDINGS.stream().filter(e -> !e.equals(actual.ending())).toList();
    Path expected = sibling(actual.ending());
    try {
      if (REWRITE) {
        assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
        for (String other : others) {
          Files.deleteIfExists(sibling(other));
        }
        Files.writeString(expected, actual.text());
      }
      assertThat(expected).as("-Dgolden.rewrite=true writes it").exists();
      assertThat(others).as("a case has one outcome").noneMatch(e -> Files.exists(sibling(e)));
      assertThat(actual.text()).isEqualTo(Files.readString(expected));
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
