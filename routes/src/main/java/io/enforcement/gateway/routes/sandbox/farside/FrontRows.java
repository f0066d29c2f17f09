package io.enforcement.gateway.routes.sandbox.farside;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Writes a row that a sample shows into a table of the partner's own. */
final class FrontRows {

  private FrontRows() {}

  /**
   * Inserts the row but for its first column: that is the key, and the table itself gives it.
   *
   * @param table a name that the partner's schema knows
   */
  static void insert(JdbcTemplate sql, String table, ObjectNode row) {
    ObjectNode values = Json.MAPPER.createObjectNode();
    row.properties().stream()
        .skip(1)
        .forEach(column -> values.set(stored(column.getKey()), column.getValue()));
    String columns = columns(List.copyOf(values.propertyNames()));
    sql.update(
        "insert into %s (%s) select %s from json_populate_record(null::%s, ?::json)"
            .formatted(table, columns, columns, table),
        Json.MAPPER.writeValueAsString(values));
  }

  /** As the database stores it, and quoted in SQL. */
  static String stored(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  private static String columns(List<String> names) {
    return names.stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }
}
