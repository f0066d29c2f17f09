package io.enforcement.gateway.standards.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates, times and decimals as text of one form. Jackson's own readers also take arrays, epoch
 * numbers, a time where a date belongs, and decimal text like {@code 1e999999999}, whose plain form
 * would fill the heap.
 */
final class StrictScalars {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private StrictScalars() {}

  static SimpleModule module() {
    return new SimpleModule("strict-scalars")
        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictScalars::day))
        .addDeserializer(
            OffsetDateTime.class,
            new Text<>(OffsetDateTime.class, text -> OffsetDateTime.parse(fourDigits(text))))
        .addDeserializer(BigDecimal.class, new Decimal());
  }

  /** The usual form without a formatter, which costs thirty times as much. */
  private static LocalDate day(String text) {
    return DAY.matcher(text).matches()
        ? LocalDate.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10))
        : LocalDate.parse(fourDigits(text));
  }

  // A year with a sign may be so far away that no limit can be counted from it.
  private static String fourDigits(String date) {
    if (date.isEmpty() || date.charAt(0) == '+' || date.charAt(0) == '-') {
      throw new DateTimeException("the year is not of four digits");
    }
    return date;
  }

  private static class Text<T> extends StdDeserializer<T> {

    private final transient Function<String, T> parse;

    Text(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (T) context.handleUnexpectedToken(getValueType(context), parser);
      }
      String text = parser.getString();
      try {
        return parse.apply(text);
      } catch (DateTimeException | NumberFormatException e) {
        return (T) context.handleWeirdStringValue(handledType(), text, "another form");
      }
    }
  }

  private static final class Decimal extends Text<BigDecimal> {

    Decimal() {
      super(BigDecimal.class, Decimal::plain);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      // Numbers were bounded before they came here, exponent and length.
      return parser.currentToken().isNumeric()
          ? parser.getDecimalValue()
          : super.deserialize(parser, context);
    }

    private static BigDecimal plain(String text) {
      if (!DECIMAL.matcher(text).matches()) {
        throw new NumberFormatException();
      }
      return new BigDecimal(text);
    }
  }
}
