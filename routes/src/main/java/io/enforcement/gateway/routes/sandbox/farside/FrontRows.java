package io.enforcement.gateway.routes.sandbox.farside;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a row that a sample shows into a table of the partner's own. */
final class FrontRows {

  private FrontRows() {}

  /**
   * Inserts the row but for its first column: that is the key, and the table itself gives it.
   *
   * @param table a name that the partner's schema knows
   * @return the key
   */
  static String insert(JdbcTemplate sql, String table, ObjectNode row) {
    ObjectNode values = values(row);
    String columns = columns(values);
    return sql.queryForObject(
        "insert into %s (%s) select %s from json_populate_record(null::%s, ?::json) returning \"%s\""
            .formatted(table, columns, columns, table, key(row)),
        String.class,
        Json.MAPPER.writeValueAsString(values));
  }

  /** Gives the row of a key this content, and marks it unread. */
  static void update(JdbcTemplate sql, String table, String key, ObjectNode row, String mark) {
    ObjectNode values = values(row);
    String columns = columns(values);
    sql.update(
        "update %s set (%s, %s) = (select %s, 0 from json_populate_record(null::%s, ?::json)) where \"%s\"::varchar = ?"
            .formatted(table, columns, mark, columns, table, key(row)),
        Json.MAPPER.writeValueAsString(values),
        key);
  }

  static int mark(JdbcTemplate sql, String table, String key, ObjectNode row, String mark) {
    Integer said =
        sql.queryForObject(
            "select %s from %s where \"%s\"::varchar = ?".formatted(mark, table, key(row)),
            Integer.class,
            key);
    return said == null ? 0 : said;
  }

  /** The rows that were inserted last, the latest first. */
  static List<JsonNode> last(JdbcTemplate sql, String table, int most) {
    return sql.query(
        "select to_json(t) from %s t order by %s desc limit ?"
            .formatted(table, FrontTables.ARRIVAL),
        (row, n) -> Json.EXACT.readTree(row.getString(1)),
        most);
  }

  private static String key(ObjectNode row) {
    return stored(row.propertyNames().iterator().next());
  }

  private static ObjectNode values(ObjectNode row) {
    ObjectNode values = Json.MAPPER.createObjectNode();
    row.properties().stream()
        .skip(1)
        .forEach(column -> values.set(stored(column.getKey()), column.getValue()));
    return values;
  }

  /** As the database stores it, and quoted in SQL. */
  static String stored(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  private static String columns(ObjectNode values) {
    return values.propertyNames().stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }
}
