package io.enforcement.gateway.connectors.frontdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one delivery: a body {@code {"table":"<logical name>","rows":[{"COLUMN":value}]}}.
 *
 * @param table logical name
 * @param rows at least one
 */
record RowBatch(String table, List<ObjectNode> rows) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What cannot be written to the table; the message names columns, never values. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }

  static RowBatch parse(byte[] body) throws Unfit {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JacksonException e) {
      throw new Unfit("the body is not JSON");
    }
    JsonNode rows = tree.path("rows");
    if (!tree.path("table").isString() || !rows.isArray() || rows.isEmpty()) {
      throw new Unfit("the body is not a table and rows");
    }
    List<ObjectNode> list = new ArrayList<>(rows.size());
    for (JsonNode row : rows) {
      if (!(row instanceof ObjectNode fields) || row.isEmpty()) {
        throw new Unfit("a row is not an object with columns");
      }
      list.add(fields);
    }
    return new RowBatch(tree.path("table").asString(), list);
  }

  /** Inserts the rows in their order; rows with the same columns go together. */
  void insert(Connection connection, FrontDatabaseDialect dialect, Table target, Values values)
      throws SQLException, Unfit {
    int next = 0;
    while (next < rows.size()) {
      List<String> names = names(rows.get(next));
      List<Table.Column> columns = columns(names, target);
      try (PreparedStatement insert = connection.prepareStatement(sql(dialect, target, columns))) {
        while (next < rows.size() && names(rows.get(next)).equals(names)) {
          bind(insert, rows.get(next), names, columns, values);
          insert.addBatch();
          next++;
        }
        insert.executeBatch();
      }
    }
  }

  private static List<String> names(JsonNode row) {
    return row.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<Table.Column> columns(List<String> names, Table target) throws Unfit {
    List<Table.Column> columns = new ArrayList<>(names.size());
    for (String name : names) {
      String shown = FrontDatabaseSettings.isIdentifier(name) ? name : "(not an identifier)";
      columns.add(
          target.column(name).orElseThrow(() -> new Unfit("the table has no column " + shown)));
    }
    if (columns.stream().distinct().count() < columns.size()) {
      throw new Unfit("a row names a column twice");
    }
    return columns;
  }

  private static String sql(
      FrontDatabaseDialect dialect, Table target, List<Table.Column> columns) {
    return "INSERT INTO "
        + target.sqlName()
        + " ("
        + dialect.quoted(columns.stream().map(Table.Column::name).toList())
        + ") VALUES (?"
        + ", ?".repeat(columns.size() - 1)
        + ")";
  }

  private static void bind(
      PreparedStatement insert,
      JsonNode row,
      List<String> names,
      List<Table.Column> columns,
      Values values)
      throws SQLException, Unfit {
    for (int i = 0; i < names.size(); i++) {
      try {
        Object value = values.fit(row.get(names.get(i)), columns.get(i));
        values.bind(insert, i + 1, value, columns.get(i));
      } catch (Values.Unfit e) {
        throw new Unfit(e.getMessage());
      }
    }
  }
}
