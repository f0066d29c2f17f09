package io.enforcement.gateway.connectors.frontdb;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns JSON values into what a column takes. Dates may be written {@code 2026-11-22} or {@code
 * 2026/11/22}, with or without a time. Thread-safe.
 */
final class Values {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final Set<Integer> TEXT =
      Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB);
  private static final int MOST_DIGITS = 1000;

  private final ZoneId zone;

  Values(ZoneId zone) {
    this.zone = zone;
  }

  /** Binds a fitted value. */
  static void bind(PreparedStatement statement, int index, Object value, Table.Column column)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, column.type());
    } else if (value instanceof String && !TEXT.contains(column.type())) {
      // The database reads it by the column's own type (uuid, jsonb and the like).
      statement.setObject(index, value, Types.OTHER);
    } else {
      statement.setObject(index, value);
    }
  }

  /**
   * The value for {@link #bind}.
   *
   * @throws Unfit when it does not fit the column; the message holds no value
   */
  Object fit(JsonNode value, Table.Column column) throws Unfit {
    if (value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new Unfit(column);
    }
    try {
      return convert(value, value.asString().strip(), column.type());
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new Unfit(column);
    }
  }

  private Object convert(JsonNode value, String text, int type) {
    return switch (type) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT ->
          new BigDecimal(text).longValueExact();
      case Types.NUMERIC, Types.DECIMAL -> decimal(text);
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> Double.valueOf(text);
      case Types.BIT, Types.BOOLEAN -> truth(text);
      case Types.DATE -> moment(text).toLocalDate();
      case Types.TIMESTAMP -> moment(text);
      case Types.TIMESTAMP_WITH_TIMEZONE -> moment(text).atZone(zone).toOffsetDateTime();
      default -> value.asString();
    };
  }

  /** Written out in full, 1e999999999 would fill the memory. */
  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new ArithmeticException("too many digits");
    }
    return number;
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private LocalDateTime moment(String text) {
    String iso = text.replace('/', '-').replace(' ', 'T');
    if (iso.length() <= 10) {
      return LocalDate.parse(iso).atTime(LocalTime.MIDNIGHT);
    }
    boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
    return zoned
        ? OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime()
        : LocalDateTime.parse(iso);
  }

  /** A row as {@code {"table":...,"row":{...}}}; column names in capitals over all products. */
  byte[] json(String table, List<Table.Column> columns, ResultSet row) throws SQLException {
    ObjectNode item = JSON.createObjectNode().put("table", table);
    ObjectNode fields = item.putObject("row");
    for (Table.Column column : columns) {
      put(fields, column.name().toUpperCase(Locale.ROOT), column, row);
    }
    return JSON.writeValueAsBytes(item);
  }

  private void put(ObjectNode fields, String name, Table.Column column, ResultSet row)
      throws SQLException {
    if (row.getObject(column.name()) == null) {
      fields.putNull(name);
      return;
    }
    switch (column.type()) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT ->
          fields.put(name, row.getLong(column.name()));
      case Types.NUMERIC, Types.DECIMAL -> fields.put(name, row.getBigDecimal(column.name()));
      case Types.BIT, Types.BOOLEAN -> fields.put(name, row.getBoolean(column.name()));
      case Types.DATE -> fields.put(name, row.getObject(column.name(), LocalDate.class).toString());
      case Types.TIMESTAMP ->
          fields.put(
              name, ISO_LOCAL_DATE_TIME.format(row.getObject(column.name(), LocalDateTime.class)));
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          fields.put(
              name,
              ISO_OFFSET_DATE_TIME.format(
                  row.getObject(column.name(), OffsetDateTime.class)
                      .atZoneSameInstant(zone)
                      .toOffsetDateTime()));
      default -> fields.put(name, row.getString(column.name()));
    }
  }

  /** A value its column cannot take; names the column only. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(Table.Column column) {
      super("a value does not fit column " + column.name(), null, false, false);
    }
  }
}
