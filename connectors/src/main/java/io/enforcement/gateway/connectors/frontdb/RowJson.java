package io.enforcement.gateway.connectors.frontdb;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes rows as JSON, the same for all products: column names in capitals, times in the partner's
 * zone. What JSON or a calendar has no form for (NaN, infinity) is text, for the translator to
 * refuse: one such row must not stop the others. Thread-safe.
 */
record RowJson(ZoneId zone) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** {@code {"table":...,"row":{...}}}. */
  static byte[] row(String table, ObjectNode row) {
    ObjectNode item = JSON.createObjectNode().put("table", table);
    item.set("row", row);
    return JSON.writeValueAsBytes(item);
  }

  /** {@code {"table":...,"batch":...,"rows":[{...}]}}. */
  static byte[] batch(String table, String batch, List<ObjectNode> rows) {
    ObjectNode item = JSON.createObjectNode().put("table", table).put("batch", batch);
    item.putArray("rows").addAll(rows);
    return JSON.writeValueAsBytes(item);
  }

  /** The row where the result stands. */
  ObjectNode read(List<Table.Column> columns, ResultSet row) throws SQLException {
    ObjectNode fields = JSON.createObjectNode();
    for (Table.Column column : columns) {
      put(fields, column.name().toUpperCase(Locale.ROOT), column, row);
    }
    return fields;
  }

  private void put(ObjectNode fields, String name, Table.Column column, ResultSet row)
      throws SQLException {
    Object value = row.getObject(column.name());
    if (value == null) {
      fields.putNull(name);
      return;
    }
    switch (column.type()) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT ->
          fields.put(name, row.getBigDecimal(column.name()));
      case Types.NUMERIC, Types.DECIMAL -> {
        if (value instanceof Double) {
          fields.put(name, row.getString(column.name()));
        } else {
          fields.put(name, row.getBigDecimal(column.name()));
        }
      }
      case Types.BIT, Types.BOOLEAN -> fields.put(name, row.getBoolean(column.name()));
      case Types.DATE -> fields.put(name, row.getObject(column.name(), LocalDate.class).toString());
      case Types.TIMESTAMP ->
          fields.put(
              name, ISO_LOCAL_DATE_TIME.format(row.getObject(column.name(), LocalDateTime.class)));
      case Types.TIMESTAMP_WITH_TIMEZONE -> fields.put(name, instant(column, row));
      default -> fields.put(name, row.getString(column.name()));
    }
  }

  private String instant(Table.Column column, ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(column.name(), OffsetDateTime.class);
    try {
      return ISO_OFFSET_DATE_TIME.format(at.atZoneSameInstant(zone));
    } catch (DateTimeException e) {
      return row.getString(column.name());
    }
  }
}
