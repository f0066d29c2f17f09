package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.CsvTable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the platform's columns can hold ({@code columns.csv}): length in characters, 0 for numbers;
 * required or not. Oracle and MySQL installations count bytes differently; characters are what the
 * published layout counts.
 */
final class Columns {

  /** 长期有效: no end. */
  static final String OPEN_ENDED = "2099/12/31";

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final Map<String, Limit> LIMITS = limits();

  private record Limit(int characters, boolean required) {}

  private Columns() {}

  static String date(LocalDate day) {
    return day == null ? null : DATE.format(day);
  }

  /** Notes {@code credit.too-long} and {@code credit.missing} for one row. */
  static void check(Map<String, Object> row, String path, Reading reading) {
    row.forEach((column, value) -> check(column, value, path + column, reading));
  }

  private static void check(String column, Object value, String path, Reading reading) {
    Limit limit = LIMITS.get(column);
    if (limit.required() && value == null) {
      reading.refuse("credit.missing", path, "empty");
    }
    if (value instanceof String text
        && text.codePointCount(0, text.length()) > limit.characters()) {
      reading.refuse(
          "credit.too-long",
          path,
          text.codePointCount(0, text.length()) + " characters",
          "" + limit.characters());
    }
  }

  private static Map<String, Limit> limits() {
    Map<String, Limit> limits = new HashMap<>();
    for (List<String> row :
        CsvTable.rows(
            Columns.class.getResourceAsStream("columns.csv"), "column", "characters", "required")) {
      limits.put(row.get(0), new Limit(Integer.parseInt(row.get(1)), row.get(2).equals("yes")));
    }
    return Map.copyOf(limits);
  }
}
