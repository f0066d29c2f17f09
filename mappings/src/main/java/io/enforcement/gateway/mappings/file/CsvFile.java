package io.enforcement.gateway.mappings.file;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.enforcement.gateway.standards.format.StrictText;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV (RFC 4180) in a named charset: the header must be the agreed one, each line is one record by
 * it. A line of another length is refused alone; what leaves the lines uncertain (malformed bytes,
 * an open quote) refuses the file. A byte order mark is read over and never written.
 */
public final class CsvFile implements TableFile {

  private static final int MAX_FIELD = 64 * 1024;

  private final Charset charset;
  private final char delimiter;
  private final CsvSchema schema;
  private final Header header;
  private final CsvFactory factory =
      CsvFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_FIELD).build())
          .build();

  /**
   * @param header the columns; other headings of one stand after it, parted by a vertical bar
   * @throws IllegalArgumentException when a name stands twice
   */
  public CsvFile(Charset charset, char delimiter, List<String> header) {
    this.charset = charset;
    this.delimiter = delimiter;
    this.schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    this.header = Header.of(header);
  }

  @Override
  public List<String> header() {
    return header.columns();
  }

  @Override
  public byte[] write(List<List<String>> rows) {
    return new CsvText(charset, delimiter, header.columns()).of(rows);
  }

  @Override
  public List<TableRow> read(byte[] message) {
    String text = StrictText.decode(message, charset);
    // Spreadsheet programs put a byte order mark before UTF-8 text.
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvParser parser = factory.createParser(body)) {
      parser.setSchema(schema);
      return rows(parser);
    } catch (StreamConstraintsException e) {
      throw refused("csv.field-size", "over " + MAX_FIELD + " characters", "" + MAX_FIELD);
    } catch (IOException e) {
      throw refused("csv.quotes", "a quote without its partner");
    }
  }

  private List<TableRow> rows(CsvParser parser) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw refused("csv.empty", "no header");
    }
    checkHeader(line(parser));
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      if (rows.size() == MAX_ROWS) {
        throw refused("csv.rows", "over " + MAX_ROWS + " rows", "" + MAX_ROWS);
      }
      rows.add(row(rows.size() + 1, line(parser)));
    }
    if (rows.isEmpty()) {
      throw refused("csv.empty", "a header only");
    }
    return rows;
  }

  /** The fields of one line; what exceeds the header is counted, not kept. */
  private Line line(CsvParser parser) throws IOException {
    List<String> fields = new ArrayList<>(header.size());
    int size = 0;
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      if (size++ < header.size()) {
        fields.add(parser.getText());
      }
    }
    return new Line(fields, size);
  }

  private void checkHeader(Line line) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String found = i < line.fields().size() ? line.fields().get(i).strip() : null;
      if (found == null || !header.allows(i, found)) {
        findings.add(
            Finding.of(
                "csv.header",
                header.column(i),
                found == null ? "absent" : "another name",
                "" + (i + 1)));
      }
    }
    if (line.size() > header.size()) {
      findings.add(Finding.of("csv.header", "", line.size() + " columns", "" + header.size()));
    }
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
  }

  private TableRow row(int number, Line line) {
    return line.size() == header.size()
        ? TableRow.of(number, line.fields())
        : TableRow.refused(
            number,
            List.of(Finding.of("csv.columns", "", line.size() + " columns", "" + header.size())));
  }

  private static Rejected refused(String rule, String valueClass, String... arguments) {
    return new Rejected(Finding.of(rule, "", valueClass, arguments));
  }

  private record Line(List<String> fields, int size) {}
}
