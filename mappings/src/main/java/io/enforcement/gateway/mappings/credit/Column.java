package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column of one of the platform's tables, as a row of {@code columns*.csv} says it.
 *
 * @param name as the platform names it
 * @param value which of the values fills it; layouts name the same value differently
 * @param characters most characters of a text; Oracle and MySQL installations count bytes
 *     differently, characters are what the published layout counts
 * @param need yes, no, or only for one category of party: legal, natural
 * @param codes the platform's words for the standard's codes, or null when the value stands as it
 *     is
 */
record Column(String name, String value, Type type, int characters, Need need, PartnerCodes codes) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

  /** How a value is written: an amount is in 万元 with six decimals, a moment in Beijing time. */
  enum Type {
    TEXT,
    AMOUNT,
    DATE,
    MOMENT
  }

  /** For whom the platform refuses a row without it. */
  enum Need {
    YES,
    NO,
    LEGAL,
    NATURAL
  }

  /** A row of {@code columns*.csv} below its first field, which names the table. */
  static Column of(List<String> row) {
    return new Column(
        row.get(0),
        row.get(1).isEmpty() ? row.get(0) : row.get(1),
        Type.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
        Integer.parseInt(row.get(3)),
        Need.valueOf(row.get(4).toUpperCase(Locale.ROOT)),
        row.get(5).isEmpty() ? null : PartnerCodes.beside(Column.class, row.get(5)));
  }

  /** What stands in the column; notes {@code mapping.code}, {@code credit.missing} and too-long. */
  Object in(Map<String, Object> values, String path, Reading reading) {
    Object value = values.get(this.value);
    if (value == null) {
      if (isNeeded(values)) {
        reading.refuse("credit.missing", path + name, "empty");
      }
      return null;
    }
    return switch (type) {
      case TEXT -> text(value.toString(), path + name, reading);
      case AMOUNT -> value;
      case DATE -> DATE.format((LocalDate) value);
      case MOMENT -> MOMENT.format((OffsetDateTime) value);
    };
  }

  private boolean isNeeded(Map<String, Object> values) {
    return switch (need) {
      case YES -> true;
      case NO -> false;
      case LEGAL -> !PartyValues.isNatural(values);
      case NATURAL -> PartyValues.isNatural(values);
    };
  }

  private String text(String value, String path, Reading reading) {
    String text = codes == null ? value : reading.code(codes, value, path);
    if (text != null && text.codePointCount(0, text.length()) > characters) {
      reading.refuse(
          "credit.too-long",
          path,
          text.codePointCount(0, text.length()) + " characters",
          "" + characters);
    }
    return text;
  }
}
