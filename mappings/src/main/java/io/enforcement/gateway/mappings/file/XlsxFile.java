package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Rejected;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A spreadsheet (.xlsx) as upload templates have it: one visible sheet, the agreed header in row 1,
 * one record a row below it.
 *
 * <ul>
 *   <li>Every cell is read as text. A number is read as Excel shows it, with at most 15 digits and
 *       without exponent; a longer one has lost digits already (an identity number typed as a
 *       number) and refuses its row. A day is read in the given pattern, with the time of day after
 *       it when there is one.
 *   <li>Rows without any value are passed over; they keep their numbers.
 *   <li>A formula or an error value refuses its row: what it shows is not what was entered.
 *   <li>Merged cells refuse the file: only one of them holds the value. Several visible sheets
 *       refuse it too; hidden ones, where templates keep their lists of choices, are not read.
 * </ul>
 *
 * What is written holds texts only, so nothing is calculated. Immutable; any thread.
 */
public final class XlsxFile implements TableFile {

  private final Header header;
  private final DateTimeFormatter days;

  /**
   * @param header the columns; other headings of one stand after it, parted by a vertical bar
   * @param days pattern in which days are read, for example {@code yyyy-MM-dd}
   * @throws IllegalArgumentException when it is no pattern, or a name stands twice
   */
  public XlsxFile(List<String> header, String days) {
    this.header = Header.of(header);
    this.days = DateTimeFormatter.ofPattern(days);
  }

  @Override
  public List<String> header() {
    return header.columns();
  }

  /**
   * @throws Rejected rules {@code zip.*}, {@code xml.*} and {@code xlsx.*}
   */
  @Override
  public List<TableRow> read(byte[] file) {
    XlsxBook book = XlsxBook.of(Archive.read(file));
    XlsxCells cells = new XlsxCells(book.strings(), book.dates(), book.origin(), days);
    return new XlsxSheet(header, cells).read(book.sheet());
  }

  @Override
  public byte[] write(List<List<String>> rows) {
    return XlsxText.of(header.columns(), rows);
  }
}
