package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/** A table with an agreed header, one record a row, in one form of file. Immutable; any thread. */
public interface TableFile {

  /** More is a mistake or an attack: departments send a day's work, not a year's. */
  int MAX_ROWS = 10_000;

  /** The columns in their order. */
  List<String> header();

  /**
   * The rows below the header, at least one, in the order of the file.
   *
   * @throws Rejected when the file as a whole cannot be read
   */
  List<TableRow> read(byte[] file);

  /**
   * The header and these rows, each as long as the header. Same rows, same bytes.
   *
   * @throws Rejected when the form cannot hold a value
   */
  byte[] write(List<List<String>> rows);
}
