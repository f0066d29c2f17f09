package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * One row of a table: either its cells or what refuses it.
 *
 * @param number as the sender counts: in a spreadsheet the number at its edge, in CSV from 1 below
 *     the header
 * @param cells as long as the header, empty text for an empty cell; empty for a refused row
 */
public record TableRow(int number, List<String> cells, List<Finding> findings) {

  public TableRow {
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }

  static TableRow of(int number, List<String> cells) {
    return new TableRow(number, cells, List.of());
  }

  static TableRow refused(int number, List<Finding> findings) {
    return new TableRow(number, List.of(), findings);
  }
}
