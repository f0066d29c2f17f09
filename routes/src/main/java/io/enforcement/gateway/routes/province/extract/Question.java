package io.enforcement.gateway.routes.province.extract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.enforcement.gateway.routes.province.store.ActStore.Asked;
import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceSchema;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which acts somebody wants to see. Immutable.
 *
 * @param kind of record
 * @param personal with personal values, masked
 * @param sources partners; null for all
 * @param area node of the tree of divisions, or null
 * @param from first day of the act, or null
 * @param to last day of the act, or null
 * @param equal values that columns must have, by the name of the column
 */
public record Question(
    String kind,
    boolean personal,
    Collection<String> sources,
    String area,
    LocalDate from,
    LocalDate to,
    Map<String, String> equal) {

  private static final String AREA = "body_area_number";

  /** How a value of a type is read; what is not here cannot be asked for. */
  private static final Map<String, Consumer<String>> TYPES =
      Map.of(
          "text", text -> {},
          "date", LocalDate::parse,
          "boolean", Question::truth,
          "smallint", Short::parseShort,
          "integer", Integer::parseInt,
          "bigint", Long::parseLong);

  public Question {
    equal = equal == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(equal));
  }

  /** The table of a kind that may be asked for; empty of what is secret as a whole. */
  public static Optional<ProvinceTable> table(String kind) {
    return ProvinceTable.of(kind).filter(table -> !table.isRestricted());
  }

  /** What does not fit, by its name; empty when all does. */
  public Optional<String> unfit() {
    Optional<ProvinceTable> table = table(kind);
    if (table.isEmpty()) {
      return Optional.of("kind");
    }
    if (area != null && !(area.matches("[0-9]{6}([0-9]{3}){0,2}") && has(table.get(), AREA))) {
      return Optional.of("area");
    }
    if (from != null && to != null && from.isAfter(to)) {
      return Optional.of("from");
    }
    return equal.entrySet().stream()
        .filter(each -> !fits(table.get(), each.getKey(), each.getValue()))
        .map(each -> "f." + each.getKey())
        .findFirst();
  }

  private static boolean has(ProvinceTable table, String column) {
    return table.columns().stream().map(Column::name).anyMatch(column::equals);
  }

  /** Whoever could ask for personal values by what they are equal to would learn them. */
  private static boolean fits(ProvinceTable table, String name, String value) {
    if (name.equals(ProvinceSchema.STANDING)) {
      return true;
    }
    return ProvinceSchema.seen(table, false).stream()
        .filter(column -> column.name().equals(name))
        .anyMatch(column -> isOf(column.type(), value));
  }

  private static boolean isOf(String type, String value) {
    try {
      if (type.startsWith("numeric")) {
        new BigDecimal(value);
        return true;
      }
      Consumer<String> reader = TYPES.get(type);
      if (reader == null || value == null) {
        return false;
      }
      reader.accept(value);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static void truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
  }

  /** As the store is asked. */
  @JsonIgnore
  Asked asked() {
    return new Asked(personal, sources, area, from, to, equal);
  }

  /** The names of the columns of an answer, in their order, with what people call them. */
  @JsonIgnore
  List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("效力状态 " + ProvinceSchema.STANDING));
    columns().forEach(column -> headings.add(column.label().zh() + " " + column.name()));
    return headings;
  }

  /** The columns of an answer behind the standing. */
  @JsonIgnore
  public List<Column> columns() {
    return ProvinceSchema.seen(table(kind).orElseThrow(), personal);
  }

  /** What of it may stand in the trail: names of what was asked for, no values. */
  @JsonIgnore
  String about() {
    return "%s%s%s%s%s"
        .formatted(
            kind,
            personal ? " personal" : "",
            area == null ? "" : " " + area,
            from == null && to == null ? "" : " " + from + " to " + to,
            equal.isEmpty() ? "" : " by " + String.join(", ", equal.keySet()));
  }
}
