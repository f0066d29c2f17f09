package io.enforcement.gateway.standards.edition;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of RFC 4180. */
final class Csv {

  /** Tells spreadsheet programs that the file is UTF-8. */
  static final String BOM = "\uFEFF";

  private Csv() {}

  static String line(String... values) {
    return Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String value) {
    if (value == null) {
      return "";
    }
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
