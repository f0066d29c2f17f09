package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.enforcement.gateway.mappings.Reading;
import java.util.StringJoiner;

/** Between the values of a mapping and those of Java. Pure. */
final class Values {

  private Values() {}

  /** The value as text, or null. */
  static String string(JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  /** The text when it says something; see {@link Reading#text(String)}. */
  static String said(JsonNode node) {
    return Reading.text(string(node));
  }

  static JsonNode text(Object value) {
    return value == null ? NullNode.instance : TextNode.valueOf(value.toString());
  }

  /** The text, unless it is one of these words. */
  static JsonNode unless(String text, JsonNode words) {
    for (JsonNode word : words) {
      if (word.asText().equals(text)) {
        return NullNode.instance;
      }
    }
    return text(text);
  }

  /** What stands between these characters, without spaces around it and without empty pieces. */
  static JsonNode parts(String text, String separators) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    StringBuilder part = new StringBuilder();
    for (char c : ((text == null ? "" : text) + separators).toCharArray()) {
      if (separators.indexOf(c) < 0) {
        part.append(c);
      } else {
        add(parts, Reading.text(part.toString()));
        part.setLength(0);
      }
    }
    return parts;
  }

  private static void add(ArrayNode parts, String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  static boolean anyHolds(JsonNode values, String text) {
    for (JsonNode value : values) {
      if (value.asText("").contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** The values one after the other, what is absent as an empty one; null for no list. */
  static JsonNode joined(JsonNode values, String separator) {
    if (!values.isArray()) {
      return NullNode.instance;
    }
    StringJoiner joined = new StringJoiner(separator);
    values.forEach(value -> joined.add(value.asText("")));
    return text(joined);
  }

  static JsonNode list(JsonNode value) {
    if (value.isArray()) {
      return value;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    return value.isNull() ? list : list.add(value);
  }
}
