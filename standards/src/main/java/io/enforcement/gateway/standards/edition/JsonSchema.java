package io.enforcement.gateway.standards.edition;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (draft 2020-12) of a record's JSON twin, made from the dictionary: it accepts
 * what the XSD accepts. Money is decimal text or a number, as the readers take both. The same
 * dictionary gives the same bytes in every process: partners compare digests.
 */
final class JsonSchema {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
  private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})";

  private final Dictionary dictionary;
  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  static byte[] of(Dictionary dictionary, RecordType record) {
    JsonSchema schema = new JsonSchema(dictionary);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("$id", "urn:enforcement:standard:v1:json:" + record.name());
    whole.putAll(schema.object(record.part()));
    whole.put("$defs", schema.definitions);
    return MAPPER.writeValueAsBytes(whole);
  }

  private Map<String, Object> object(PartType part) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : part.fields()) {
      properties.put(field.property(), property(field));
      if (field.isMandatory()) {
        required.add(field.property());
      }
    }
    Map<String, Object> object = described(part.label(), part.note());
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> property(Field field) {
    Map<String, Object> described = described(field.label(), field.note());
    if (!field.isList()) {
      described.putAll(type(field.type()));
      return described;
    }
    described.put("type", "array");
    described.put("items", type(field.type()));
    if (field.isMandatory()) {
      described.put("minItems", 1);
    }
    if (field.max() != Field.UNBOUNDED) {
      described.put("maxItems", field.max());
    }
    return described;
  }

  private Map<String, Object> type(String name) {
    if (name.startsWith("xs:")) {
      return builtIn(name, Map.of());
    }
    if (!definitions.containsKey(name)) {
      // Put first, so that the order of discovery never matters.
      definitions.put(name, Map.of());
      definitions.put(
          name,
          dictionary
              .part(name)
              .map(this::object)
              .orElseGet(() -> value(dictionary.value(name).orElseThrow())));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> value(ValueType type) {
    Map<String, Object> value = described(type.label(), type.note());
    value.putAll(builtIn(type.base(), type.facets()));
    if (!type.values().isEmpty()) {
      value.put("enum", type.values());
    }
    return value;
  }

  private static Map<String, Object> builtIn(String base, Map<String, String> facets) {
    return switch (base) {
      case "xs:string" -> text(facets);
      case "xs:boolean" -> Map.of("type", "boolean");
      case "xs:int" -> integer(facets, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "xs:long" -> integer(facets, Long.MIN_VALUE, Long.MAX_VALUE);
      case "xs:decimal" -> decimal(facets);
      case "xs:date" -> day("date", DATE);
      case "xs:dateTime" -> day("date-time", DATE + "T" + TIME + OFFSET);
      default -> throw new IllegalStateException("no JSON form is known for " + base);
    };
  }

  private static Map<String, Object> day(String format, String pattern) {
    Map<String, Object> day = new LinkedHashMap<>();
    day.put("type", "string");
    day.put("format", format);
    day.put("pattern", whole(pattern));
    return day;
  }

  private static Map<String, Object> text(Map<String, String> facets) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    new TreeMap<>(facets)
        .forEach(
            (facet, bound) -> {
              if (facet.equals("pattern")) {
                text.put("pattern", whole(bound));
              } else {
                text.put(facet, Integer.valueOf(bound));
              }
            });
    return text;
  }

  private static Map<String, Object> integer(Map<String, String> facets, long least, long most) {
    Map<String, Object> integer = new LinkedHashMap<>();
    integer.put("type", "integer");
    integer.put("minimum", Long.valueOf(facets.getOrDefault("minInclusive", "" + least)));
    integer.put("maximum", Long.valueOf(facets.getOrDefault("maxInclusive", "" + most)));
    return integer;
  }

  private static Map<String, Object> decimal(Map<String, String> facets) {
    int fraction = Integer.parseInt(facets.get("fractionDigits"));
    int digits = Integer.parseInt(facets.getOrDefault("totalDigits", "18")) - fraction;
    BigDecimal least = new BigDecimal(facets.get("minInclusive"));
    String sign = least.signum() < 0 ? "-?" : "";
    String pattern = sign + "[0-9]{1," + digits + "}(\\.[0-9]{1," + fraction + "})?";
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("type", "number");
    number.put("minimum", least);
    number.put("maximum", most(facets, digits, fraction));
    number.put("multipleOf", BigDecimal.ONE.movePointLeft(fraction));
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("pattern", whole(pattern));
    return Map.of("anyOf", List.of(text, number));
  }

  private static BigDecimal most(Map<String, String> facets, int digits, int fraction) {
    return facets.containsKey("maxInclusive")
        ? new BigDecimal(facets.get("maxInclusive"))
        : BigDecimal.ONE.movePointRight(digits).subtract(BigDecimal.ONE.movePointLeft(fraction));
  }

  private static String whole(String pattern) {
    return "^(" + pattern + ")$";
  }

  private static Map<String, Object> described(Label label, String note) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("title", label.zh());
    described.put("description", note == null ? label.en() : label.en() + ". " + note);
    return described;
  }
}
