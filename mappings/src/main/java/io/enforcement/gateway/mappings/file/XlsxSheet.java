package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One run over the XML of a sheet: its header checked, its rows cut. */
final class XlsxSheet {

  /** What Excel itself holds. */
  static final int LONGEST_TEXT = 32_767;

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;

  /** A shared text counts as often as it is shown: a small file can show it without end. */
  private static final long MOST_CHARACTERS = 16 << 20;

  private final Header header;
  private final XlsxCells cells;
  private final List<TableRow> rows = new ArrayList<>();
  private int number;
  private long characters;
  private boolean headerSeen;

  XlsxSheet(Header header, XlsxCells cells) {
    this.header = header;
    this.cells = cells;
  }

  List<TableRow> read(byte[] sheet) {
    try {
      XMLStreamReader xml = XlsxBook.reader(sheet);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "row" -> row(xml);
            case "mergeCell" -> throw XlsxBook.refused("xlsx.merged", "merged cells");
            default -> {
              // Widths, views and print settings say nothing about the values.
            }
          }
        }
      }
    } catch (XMLStreamException e) {
      throw XlsxBook.refused("xlsx.form", "a sheet that is no XML");
    }
    if (rows.isEmpty()) {
      throw XlsxBook.refused("xlsx.empty", headerSeen ? "a header only" : "no header");
    }
    return rows;
  }

  private void row(XMLStreamReader xml) throws XMLStreamException {
    String at = xml.getAttributeValue(null, "r");
    int next = at == null ? number + 1 : whole(at);
    if (next <= number || next > LAST_ROW) {
      throw XlsxBook.refused("xlsx.form", "rows out of order");
    }
    number = next;
    Line line = line(xml);
    if (line.isBlank()) {
      return;
    }
    if (!headerSeen) {
      checkHeader(line);
    } else if (rows.size() == TableFile.MAX_ROWS) {
      throw XlsxBook.refused(
          "xlsx.rows", "over " + TableFile.MAX_ROWS + " rows", "" + TableFile.MAX_ROWS);
    } else {
      rows.add(
          line.findings.isEmpty()
              ? TableRow.of(number, Arrays.asList(line.texts))
              : TableRow.refused(number, line.findings));
    }
  }

  private Line line(XMLStreamReader xml) throws XMLStreamException {
    Line line = new Line(header.size());
    int column = 0;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement() && xml.getLocalName().equals("c")) {
        String at = xml.getAttributeValue(null, "r");
        int next = at == null ? column + 1 : column(at);
        if (next <= column || next > LAST_COLUMN) {
          throw XlsxBook.refused("xlsx.form", "cells out of order");
        }
        column = next;
        add(line, column, cells.read(xml));
      } else if (xml.isStartElement()) {
        XlsxStrings.text(xml);
      }
    }
    if (line.excess > 0) {
      line.findings.add(
          Finding.of(
              "xlsx.columns",
              "",
              header.size() + line.excess + " columns and more",
              "" + header.size()));
    }
    return line;
  }

  private void add(Line line, int column, XlsxCells.Cell cell) {
    String name = column <= header.size() ? header.column(column - 1) : "";
    characters += cell.text().length();
    if (cell.text().length() > LONGEST_TEXT || characters > MOST_CHARACTERS) {
      throw XlsxBook.refused("xlsx.size", "too much text", "" + LONGEST_TEXT, "" + MOST_CHARACTERS);
    }
    if (cell.fault() != null) {
      line.findings.add(Finding.of(cell.fault(), name, "not a plain value"));
    } else if (column <= header.size()) {
      line.texts[column - 1] = cell.text();
    } else if (!cell.text().isBlank()) {
      line.excess++;
    }
  }

  private void checkHeader(Line line) {
    headerSeen = true;
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String found = number == 1 ? line.texts[i].strip() : "";
      if (!header.allows(i, found)) {
        String what = found.isEmpty() ? "absent" : "another name";
        findings.add(Finding.of("xlsx.header", header.column(i), what, "" + (i + 1)));
      }
    }
    if (line.excess > 0) {
      findings.add(Finding.of("xlsx.header", "", "more columns", "" + header.size()));
    }
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw XlsxBook.refused("xlsx.form", "a number of a row that is none");
    }
  }

  /** AB12 is in column 28. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && column <= LAST_COLUMN; i++) {
      char c = reference.charAt(i);
      if (c >= '0' && c <= '9') {
        return column;
      }
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    throw XlsxBook.refused("xlsx.form", "a place of a cell that is none");
  }

  /** One row under way. */
  private static final class Line {
    private final String[] texts;
    private final List<Finding> findings = new ArrayList<>();
    private int excess;

    Line(int columns) {
      texts = new String[columns];
      Arrays.fill(texts, "");
    }

    boolean isBlank() {
      return findings.isEmpty() && Arrays.stream(texts).allMatch(String::isBlank);
    }
  }
}
