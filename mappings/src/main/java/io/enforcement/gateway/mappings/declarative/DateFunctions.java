package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.enforcement.gateway.mappings.DayPatterns;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.function.WrittenTime;
import io.enforcement.gateway.mappings.declarative.language.Fault;
import io.enforcement.gateway.mappings.declarative.language.Literal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Days and moments: from what departments write to ISO 8601, and back to what they read. */
record DateFunctions(Supplier<Reading> reading) {

  private static final String ANY = "yyyy-MM-dd";
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DayPatterns WRITTEN = new DayPatterns(DateTimeFormatter::ofPattern);

  /** A pattern that is written into the mapping or handed on by a function. */
  List<Literal> pattern(int place) {
    return List.of(new Literal(place, true, DateFunctions::wrong));
  }

  JsonNode date(JsonNode[] a) {
    return Values.text(
        reading.get().date(Values.string(a[0]), Values.string(a[1]), Values.string(a[2])));
  }

  JsonNode time(JsonNode[] a) {
    return Values.text(
        reading.get().dateTime(Values.string(a[0]), Values.string(a[1]), Values.string(a[2])));
  }

  JsonNode day(JsonNode[] a) {
    return read(a, text -> WrittenTime.of(text).map(WrittenTime::day));
  }

  JsonNode moment(JsonNode[] a) {
    return read(a, text -> WrittenTime.of(text).map(time -> iso(time.at())));
  }

  JsonNode until(JsonNode[] a) {
    return read(a, WrittenTime::until);
  }

  /** A day of the standard in a pattern; what the standard wrote is a day. */
  JsonNode dayAs(JsonNode[] a) {
    String day = Values.string(a[0]);
    return Values.text(day == null ? null : WRITTEN.of(a[1].asText()).format(LocalDate.parse(day)));
  }

  /** A moment of the standard in a pattern, in Beijing time. */
  JsonNode timeAs(JsonNode[] a) {
    String at = Values.string(a[0]);
    return Values.text(
        at == null
            ? null
            : WRITTEN
                .of(a[1].asText())
                .format(OffsetDateTime.parse(at).withOffsetSameInstant(BEIJING)));
  }

  /** A moment of the standard, or the midnight with which a day of it begins in Beijing. */
  JsonNode millis(JsonNode[] a) {
    String at = Values.string(a[0]);
    if (at == null) {
      return NullNode.instance;
    }
    OffsetDateTime moment =
        at.indexOf('T') < 0
            ? LocalDate.parse(at).atStartOfDay().atOffset(BEIJING)
            : OffsetDateTime.parse(at);
    return LongNode.valueOf(moment.toInstant().toEpochMilli());
  }

  private JsonNode read(JsonNode[] a, Function<String, Optional<?>> meaning) {
    String text = Values.said(a[0]);
    Optional<?> read = text == null ? Optional.empty() : meaning.apply(text);
    if (text != null && read.isEmpty()) {
      reading.get().refuse("mapping.date", Values.string(a[1]), Reading.classOf(text), ANY);
    }
    return Values.text(read.orElse(null));
  }

  private static String iso(OffsetDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private static Optional<Fault> wrong(String pattern) {
    try {
      DateTimeFormatter.ofPattern(pattern);
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.of(Fault.of("date-pattern", pattern));
    }
  }
}
