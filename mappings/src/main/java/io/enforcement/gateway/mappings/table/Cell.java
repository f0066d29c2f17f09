package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.mappings.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A column that is being written in one row: what it can hold.
 *
 * @param at its place in the document, for findings
 */
record Cell(Column column, String at, Reading reading) {

  /** The text when it is no longer than the column. */
  String text(String text) {
    int characters = text.codePointCount(0, text.length());
    return column.length() > 0 && characters > column.length()
        ? refuse("mapping.too-long", characters + " characters", "" + column.length())
        : text;
  }

  /** The number when it has no more digits than the column. */
  BigDecimal number(BigDecimal number) {
    if (column.length() > 0 && number.precision() > column.length()) {
      refuse("mapping.too-long", number.precision() + " digits", "" + column.length());
    }
    return number;
  }

  String codes(List<JsonNode> values) {
    return values.stream()
        .map(value -> reading.code(column.list(), value.asString(), at))
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining(","));
  }

  List<Map<String, Object>> rows(List<JsonNode> values) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode value : values) {
      rows.add(column.below().row(value, at + "[" + rows.size() + "].", reading));
    }
    return rows;
  }

  /** Notes the finding; the answer stands for "nothing was written". */
  String refuse(String rule, String valueClass, String... arguments) {
    reading.refuse(rule, at, valueClass, arguments);
    return "";
  }
}
