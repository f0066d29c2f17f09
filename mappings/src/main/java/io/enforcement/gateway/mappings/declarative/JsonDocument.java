package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.enforcement.gateway.standards.format.StrictJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** JSON as named values; a changed value keeps its kind where it can. */
record JsonDocument() implements DocumentForm {

  @Override
  public Map<String, String> values(byte[] document) {
    StrictJson.check(document);
    Map<String, String> values = new LinkedHashMap<>();
    walk(Trees.read(document), "", n -> {}, (path, slot) -> values.put(path, slot.text()));
    return values;
  }

  @Override
  public byte[] with(byte[] document, String path, String value) {
    JsonNode root = Trees.read(document);
    walk(
        root,
        "",
        n -> {},
        (at, slot) -> {
          if (at.equals(path)) {
            slot.set().accept(value == null ? null : like(slot.value(), value));
          }
        });
    return Trees.write(root);
  }

  /** A single value and how to replace it; null takes it away. */
  private record Slot(JsonNode value, Consumer<JsonNode> set) {

    String text() {
      return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
  }

  private static void walk(
      JsonNode node, String path, Consumer<JsonNode> set, BiConsumer<String, Slot> visitor) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : fields(object).entrySet()) {
        String name = field.getKey();
        walk(
            field.getValue(),
            path.isEmpty() ? name : path + "." + name,
            value -> put(object, name, value),
            visitor);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        walk(
            array.get(i),
            path + "[" + i + "]",
            value -> array.set(place, value == null ? NullNode.instance : value),
            visitor);
      }
    } else if (!node.isNull()) {
      visitor.accept(path, new Slot(node, set));
    }
  }

  /** A copy: the object itself may lose a field on the way. */
  private static Map<String, JsonNode> fields(ObjectNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }

  private static JsonNode like(JsonNode before, String value) {
    if (before.isBoolean() && (value.equals("true") || value.equals("false"))) {
      return BooleanNode.valueOf(value.equals("true"));
    }
    if (before.isNumber() && value.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?")) {
      return DecimalNode.valueOf(new BigDecimal(value));
    }
    return TextNode.valueOf(value);
  }
}
