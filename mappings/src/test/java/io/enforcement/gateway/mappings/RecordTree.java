package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A record as a tree of fields of the dictionary, of which one at a time can be changed. */
final class RecordTree {

  private static final Dictionary DICTIONARY = Dictionary.v1();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final RecordType record;
  private final JsonNode tree;

  private RecordTree(RecordType record, JsonNode tree) {
    this.record = record;
    this.tree = tree;
  }

  static RecordTree of(StandardRecord record) {
    return new RecordTree(
        DICTIONARY.record(record.getClass().getSimpleName()).orElseThrow(),
        JSON.readTree(StandardJson.write(record)));
  }

  byte[] text() {
    return JSON.writeValueAsBytes(tree);
  }

  /** The single values that it holds, by path without places in lists. */
  Map<String, Field> leaves() {
    Map<String, Field> leaves = new TreeMap<>();
    collect(tree, record.fields(), "", leaves);
    return leaves;
  }

  /** The text with another value at this path, wherever it stands. */
  byte[] changed(String path, Field field) {
    return changed(path, value -> other(value, field));
  }

  /**
   * The text with this value left out where it may be, and with all that could be refused in its
   * place: every code and word that is listed, a code that is not, the longest text.
   */
  List<byte[]> extremes(String path, Field field) {
    List<byte[]> extremes = new ArrayList<>();
    if (!field.isMandatory() && !field.isList()) {
      extremes.add(changed(path, value -> MissingNode.getInstance()));
    }
    extremeTexts(field)
        .forEach(text -> extremes.add(changed(path, value -> StringNode.valueOf(text))));
    return extremes;
  }

  private static Stream<String> extremeTexts(Field field) {
    if (field.codes() != null) {
      return Stream.concat(
          CodeTable.of(field.codes()).codes().stream().map(CodeTable.Code::code),
          Stream.of("no-such-code"));
    }
    Optional<ValueType> type = DICTIONARY.value(field.type());
    if (type.isEmpty() || type.get().facets().containsKey("pattern")) {
      return Stream.empty();
    }
    return type.get().values().isEmpty()
        ? Stream.ofNullable(type.get().facets().get("maxLength"))
            .map(length -> "长".repeat(Integer.parseInt(length)))
        : type.get().values().stream();
  }

  private byte[] changed(String path, UnaryOperator<JsonNode> change) {
    JsonNode copy = tree.deepCopy();
    change(copy, List.of(path.split("\\.")), change);
    return JSON.writeValueAsBytes(copy);
  }

  private static void collect(
      JsonNode node, List<Field> fields, String prefix, Map<String, Field> leaves) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Field field =
          fields.stream()
              .filter(f -> f.property().equals(entry.getKey()))
              .findFirst()
              .orElseThrow();
      String path = prefix + field.property();
      var part = DICTIONARY.part(field.type());
      if (part.isEmpty()) {
        leaves.put(path, field);
        continue;
      }
      for (JsonNode each : each(entry.getValue())) {
        collect(each, part.get().fields(), path + ".", leaves);
      }
    }
  }

  private static void change(JsonNode node, List<String> path, UnaryOperator<JsonNode> change) {
    JsonNode value = node.path(path.get(0));
    if (value.isMissingNode()) {
      return;
    }
    if (path.size() > 1) {
      each(value).forEach(each -> change(each, path.subList(1, path.size()), change));
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, change.apply(list.get(i)));
      }
    } else {
      replace((ObjectNode) node, path.get(0), change.apply(value));
    }
  }

  private static void replace(ObjectNode node, String name, JsonNode value) {
    if (value.isMissingNode()) {
      node.remove(name);
    } else {
      node.set(name, value);
    }
  }

  private static Iterable<JsonNode> each(JsonNode value) {
    return value.isArray() ? value.values() : List.of(value);
  }

  /** A value of the same type that is not this one. */
  private static JsonNode other(JsonNode value, Field field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value.isBoolean()) {
      return nodes.booleanNode(!value.asBoolean());
    }
    if (value.isNumber()) {
      return nodes.numberNode(value.decimalValue().add(BigDecimal.ONE));
    }
    return nodes.stringNode(otherText(value.asString(), field));
  }

  private static String otherText(String text, Field field) {
    if (field.codes() != null) {
      return CodeTable.of(field.codes()).codes().stream()
          .map(CodeTable.Code::code)
          .filter(code -> !code.equals(text))
          .findFirst()
          .orElse(text);
    }
    Optional<ValueType> type = DICTIONARY.value(field.type());
    if (type.isPresent() && !type.get().values().isEmpty()) {
      return type.get().values().stream().filter(v -> !v.equals(text)).findFirst().orElse(text);
    }
    return switch (field.type()) {
      case "xs:date" -> LocalDate.parse(text).plusDays(1).toString();
      case "xs:dateTime" -> OffsetDateTime.parse(text).plusHours(25).toString();
      default -> text.isEmpty() ? "x" : swapped(text);
    };
  }

  /** As many characters of the same alphabet, so that a pattern still fits. */
  private static String swapped(String text) {
    char last = text.charAt(text.length() - 1);
    char other = last == '1' ? '2' : last >= '0' && last <= '9' ? '1' : last == 'a' ? 'b' : 'a';
    return text.substring(0, text.offsetByCodePoints(text.length(), -1)) + other;
  }
}
