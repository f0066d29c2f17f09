package io.enforcement.gateway.routes.province.sheet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV as RFC 4180 has it, in UTF-8 behind a byte order mark, so that spreadsheet programs show
 * Chinese. A text that such a program would take for a formula stands behind an apostrophe.
 */
public final class CsvSheet implements Sheet {

  private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final String FORMULA = "=+-@\t\r";

  private final JsonGenerator lines;

  /** Writes the header at once. */
  public CsvSheet(OutputStream out, List<String> header) throws IOException {
    out.write(BOM);
    CsvMapper csv =
        CsvMapper.csvBuilder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    lines = csv.getFactory().createGenerator(out);
    lines.setSchema(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    row(header);
  }

  @Override
  public void row(List<?> values) throws IOException {
    lines.writeStartArray();
    for (Object value : values) {
      lines.writeString(value == null ? "" : plain(value));
    }
    lines.writeEndArray();
  }

  private static String plain(Object value) {
    String text = value.toString();
    boolean formula =
        value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
