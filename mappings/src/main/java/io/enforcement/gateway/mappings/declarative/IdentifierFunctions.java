package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.function.Width;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Numbers of organisations and people, mended where it is safe and checked by their digits. */
record IdentifierFunctions(Supplier<Reading> reading) {

  JsonNode uscc(JsonNode[] a) {
    return checked(a, Identifiers::uscc, "统一社会信用代码");
  }

  JsonNode citizenId(JsonNode[] a) {
    return checked(a, number -> Identifiers.citizenId(number, LocalDate.MAX), "公民身份号码");
  }

  /** Full width, spaces, hyphens and lower case are how people type, not other numbers. */
  private JsonNode checked(JsonNode[] a, Predicate<String> sound, String kind) {
    String text = Values.said(a[0]);
    if (text == null) {
      return Values.text(null);
    }
    String number = Width.half(text).replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    if (!sound.test(number)) {
      reading.get().refuse("mapping.identifier", Values.string(a[1]), Reading.classOf(text), kind);
      return Values.text(null);
    }
    return Values.text(number);
  }
}
