package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Turns JSON values into what a column takes. Dates may be written {@code 2026-11-22} or {@code
 * 2026/11/22}, with or without a time. Thread-safe.
 */
final class Values {

  private static final Set<Integer> TEXT =
      Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB);
  private static final int MOST_DIGITS = 1000;

  private final FrontDatabaseDialect dialect;
  private final ZoneId zone;

  Values(FrontDatabaseDialect dialect, ZoneId zone) {
    this.dialect = dialect;
    this.zone = zone;
  }

  /** Binds a fitted value. */
  void bind(PreparedStatement statement, int index, Object value, Table.Column column)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, column.type());
    } else if (value instanceof String && !TEXT.contains(column.type())) {
      statement.setObject(index, value, dialect.typeOfForeignText());
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
      return convert(value, value.asString().strip(), column);
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new Unfit(column);
    }
  }

  private Object convert(JsonNode value, String text, Table.Column column) {
    return switch (column.type()) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT ->
          // Some products have no truth values but 1 and 0.
          value.isBoolean() ? (value.asBoolean() ? 1L : 0L) : decimal(text).longValueExact();
      case Types.NUMERIC, Types.DECIMAL -> decimal(text, column);
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> Double.valueOf(text);
      case Types.BIT, Types.BOOLEAN -> truth(text);
      case Types.DATE -> moment(text).toLocalDate();
      case Types.TIMESTAMP -> moment(text);
      case Types.TIMESTAMP_WITH_TIMEZONE -> moment(text).atZone(zone).toOffsetDateTime();
      case Types.CHAR, Types.VARCHAR -> bounded(value.asString(), column);
      default -> whole(value.asString());
    };
  }

  /** Databases count characters, not the two halves of one; not all of them name the column. */
  private static String bounded(String text, Table.Column column) {
    if (column.length() > 0 && text.codePointCount(0, text.length()) > column.length()) {
      throw new IllegalArgumentException("too long");
    }
    return whole(text);
  }

  /** Half a character would arrive as a question mark. */
  private static String whole(String text) {
    if (!UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("half a character");
    }
    return text;
  }

  /** Databases round what has too many digits behind the point, and say nothing. */
  private static BigDecimal decimal(String text, Table.Column column) {
    BigDecimal number = decimal(text);
    BigDecimal plain = number.stripTrailingZeros();
    int before = plain.precision() - plain.scale();
    if (column.length() > 0
        && (plain.scale() > column.scale() || before > column.length() - column.scale())) {
      throw new ArithmeticException("too many digits for the column");
    }
    return number;
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

  /** A value its column cannot take; names the column only. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(Table.Column column) {
      super("a value does not fit column " + column.name(), null, false, false);
    }
  }
}
