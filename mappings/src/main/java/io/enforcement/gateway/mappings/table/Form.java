package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.codes.Divisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How a column writes its values. Several values become one text, parted by a semicolon where
 * people read it and by a comma where programs do.
 */
enum Form {

  /** For people: several values are parted by semicolons. */
  TEXT((values, cell) -> cell.text(joined(values, ";"))),

  /** For programs: several values are parted by commas, so none may hold one. */
  LIST(
      (values, cell) ->
          values.stream().anyMatch(v -> v.asString().contains(","))
              ? cell.refuse("mapping.separator", "text that holds it", ",")
              : cell.text(joined(values, ","))),

  /** Exactly as many digits as the column is long. */
  DIGITS(
      (values, cell) ->
          values.get(0).asString().matches("[0-9]{" + cell.column().length() + "}")
              ? values.get(0).asString()
              : cell.refuse("mapping.digits", "text", "" + cell.column().length())),

  /** Codes of the partner's list, several parted by commas. */
  CODE((values, cell) -> cell.text(cell.codes(values))),

  /** What a code of the standard is called; the list is a table of the standard. */
  NAME(
      (values, cell) ->
          cell.text(
              values.stream()
                  .map(v -> displayed(cell.column().codes(), v.asString(), cell))
                  .collect(Collectors.joining(";")))),

  /** 行政区划代码 of six digits: of a township (nine) or village (twelve), its county's. */
  COUNTY((values, cell) -> values.get(0).asString().substring(0, 6)),

  /** The full name of that county. */
  AREA((values, cell) -> cell.text(area(values.get(0).asString(), cell))),

  /** 1 or 0. */
  FLAG((values, cell) -> values.get(0).asString().matches("1|true") ? "1" : "0"),

  /** {@code 2026-11-22}, in Beijing. */
  DATE((values, cell) -> day(values.get(0).asString())),

  /** {@code 2026-11-22 08:30:00}, in Beijing. */
  TIME((values, cell) -> Formats.TIME.format(beijing(values.get(0).asString()))),

  /** Yuan with two decimals; several are added. */
  MONEY((values, cell) -> cell.number(sum(values).setScale(2, RoundingMode.UNNECESSARY))),

  /** A number as it is. */
  NUMBER((values, cell) -> cell.number(plain(values.get(0).asString()))),

  /** 《law》 and provision; several are parted by semicolons. */
  BASIS(
      (values, cell) ->
          cell.text(values.stream().map(Form::basis).collect(Collectors.joining(";")))),

  /** A list of objects with columns of their own. */
  ROWS((values, cell) -> cell.rows(values));

  /** Writes the values of one column; there is at least one. */
  @FunctionalInterface
  private interface Writing {
    Object write(List<JsonNode> values, Cell cell);
  }

  private static final class Formats {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  }

  private final Writing writing;

  Form(Writing writing) {
    this.writing = writing;
  }

  /** The form of this name, as the files of columns write it. */
  static Form of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  Object write(List<JsonNode> values, Cell cell) {
    return writing.write(values, cell);
  }

  private static String joined(List<JsonNode> values, String separator) {
    return values.stream().map(JsonNode::asString).collect(Collectors.joining(separator));
  }

  private static String displayed(String table, String code, Cell cell) {
    return CodeTable.of(table)
        .display(code)
        .orElseGet(() -> cell.refuse("mapping.code", "code", table));
  }

  private static String area(String code, Cell cell) {
    return Divisions.shipped()
        .fullName(code.substring(0, 6))
        .orElseGet(() -> cell.refuse("mapping.code", "code", "division"));
  }

  private static String day(String text) {
    return text.length() > 10
        ? beijing(text).toLocalDate().toString()
        : LocalDate.parse(text).toString();
  }

  private static OffsetDateTime beijing(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(Formats.BEIJING);
  }

  private static BigDecimal sum(List<JsonNode> values) {
    return values.stream()
        .map(v -> new BigDecimal(v.asString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal plain(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private static String basis(JsonNode law) {
    return "《" + law.path("lawName").asString() + "》" + law.path("provision").asString("");
  }
}
