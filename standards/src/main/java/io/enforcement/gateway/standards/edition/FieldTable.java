package io.enforcement.gateway.standards.edition;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The field dictionary as one table, a row per field, for spreadsheets and comparisons. */
final class FieldTable {

  private static final String[] HEADER = {
    "owner",
    "number",
    "owner_zh",
    "owner_en",
    "element",
    "json",
    "label_zh",
    "label_en",
    "short_name",
    "type",
    "base",
    "bounds",
    "values",
    "min",
    "max",
    "codes",
    "sensitivity",
    "source",
    "note"
  };

  private FieldTable() {}

  static String csv(Dictionary dictionary) {
    StringBuilder csv = new StringBuilder(Csv.BOM).append(Csv.line(HEADER));
    for (RecordType record : dictionary.records()) {
      rows(dictionary, record.part(), record.number(), csv);
    }
    for (PartType part : dictionary.parts()) {
      rows(dictionary, part, "", csv);
    }
    return csv.toString();
  }

  private static void rows(
      Dictionary dictionary, PartType owner, String number, StringBuilder csv) {
    for (Field field : owner.fields()) {
      Optional<ValueType> value = dictionary.value(field.type());
      csv.append(
          Csv.line(
              owner.name(),
              number,
              owner.label().zh(),
              owner.label().en(),
              field.element(),
              field.property(),
              field.label().zh(),
              field.label().en(),
              field.shortName(),
              field.type(),
              value.map(ValueType::base).orElse(""),
              value.map(FieldTable::bounds).orElse(""),
              value.map(v -> String.join(" ", v.values())).orElse(""),
              Integer.toString(field.min()),
              field.max() == Field.UNBOUNDED ? "unbounded" : Integer.toString(field.max()),
              field.codes(),
              field.sensitivity().within(owner.sensitivity()).name().toLowerCase(Locale.ROOT),
              field.source(),
              field.note()));
    }
  }

  /** For example {@code maxLength=50 minLength=1}. */
  static String bounds(ValueType value) {
    return new TreeMap<>(value.facets())
        .entrySet().stream()
            .map(facet -> facet.getKey() + "=" + facet.getValue())
            .collect(Collectors.joining(" "));
  }
}
