package io.enforcement.gateway.routes.sandbox.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The data of the tour: plain comma-separated lines below a line of names, without quotes. */
final class Table {

  private Table() {}

  /** The lines of a table, each as long as the line of names. */
  static List<String[]> rows(String resource) {
    try {
      String text = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a table of the tour is missing: " + resource, e);
    }
  }
}
