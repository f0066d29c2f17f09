package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A line of {@code cannot-refuse.csv}: an exchange whose translator writes every record that the
 * standard lets pass, so that no sample of what we write can be refused.
 *
 * @param partner folder, and variant where it has one
 * @param because what makes it so
 */
record CannotRefuse(String partner, String exchange, String because) {

  private static final List<CannotRefuse> LINES = read();

  static List<CannotRefuse> lines() {
    return LINES;
  }

  static boolean holds(PartnerFolder partner, String exchange) {
    return LINES.stream()
        .anyMatch(
            line -> line.partner().equals(partner.toString()) && line.exchange().equals(exchange));
  }

  private static List<CannotRefuse> read() {
    try (InputStream csv = Files.newInputStream(PartnerFolder.TWINS.resolve("cannot-refuse.csv"))) {
      return CsvTable.rows(csv, "partner", "exchange", "because").stream()
          .map(row -> new CannotRefuse(row.get(0), row.get(1), row.get(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return partner + " " + exchange;
  }
}
