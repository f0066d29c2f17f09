package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.file.XlsxFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** An upload template: one sheet, the column names in row 1, every cell a text. */
final class Template {

  /** For reading only; the days that we write are texts already. */
  private static final String DAYS = "yyyy/MM/dd";

  private Template() {}

  static byte[] document(String table, List<Map<String, Object>> rows) {
    List<String> header = List.copyOf(rows.get(0).keySet());
    return new XlsxFile(header, DAYS)
        .write(
            rows.stream().map(row -> row.values().stream().map(Template::cell).toList()).toList());
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }
}
