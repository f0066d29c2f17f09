package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A record of the standard as one flat row: a name for each single value, and the mapping between
 * the two, with what each field is called written beside it.
 */
final class FlatRecord {

  private final RecordType type;
  private final JsonNode tree;
  private final boolean inCapitals;
  private final List<Leaf> leaves = new ArrayList<>();

  private FlatRecord(RecordType type, JsonNode tree, boolean inCapitals) {
    this.type = type;
    this.tree = tree;
    this.inCapitals = inCapitals;
  }

  /**
   * @param inCapitals whether the row's names are columns of a database
   */
  static FlatRecord of(StandardRecord record, boolean inCapitals) {
    RecordType type = Dictionary.v1().record(record.getClass().getSimpleName()).orElseThrow();
    FlatRecord flat = new FlatRecord(type, LeastRecord.tree(record), inCapitals);
    flat.collect(flat.tree, type.part(), "", "");
    return flat;
  }

  /** The single values in the order of the standard. */
  List<Leaf> leaves() {
    return leaves;
  }

  /** The mapping's object that makes the record out of {@code $row}. */
  String recordOfRow() {
    StringBuilder text = new StringBuilder();
    text.append("{\n  \"recordType\": \"").append(type.name()).append("\",\n");
    fields(tree, type.part(), "  ", "", text);
    return text.append("}\n").toString();
  }

  /** The mapping's object that makes a row out of the record. */
  String rowOfRecord(String indent) {
    StringBuilder text = new StringBuilder("{\n");
    for (Leaf leaf : leaves) {
      text.append("%s  // %s%n".formatted(indent, leaf.comment()).replace("\r\n", "\n"))
          .append("%s  \"%s\": %s".formatted(indent, leaf.name(), leaf.writing()))
          .append(leaf == leaves.get(leaves.size() - 1) ? "\n" : ",\n");
    }
    return text.append(indent).append("}").toString();
  }

  private void collect(JsonNode node, PartType part, String path, String name) {
    for (Field field : part.fields()) {
      JsonNode value = node.path(field.property());
      String place = path + "." + field.property();
      String called = name + capital(name, field.property());
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          String number = value.size() == 1 ? "" : Integer.toString(i + 1);
          leaf(value.get(i), field, place + "[" + i + "]", called + number);
        }
      } else if (!value.isMissingNode()) {
        leaf(value, field, place, called);
      }
    }
  }

  private void leaf(JsonNode value, Field field, String path, String name) {
    Optional<PartType> below = Dictionary.v1().part(field.type());
    if (below.isPresent()) {
      collect(value, below.get(), path, name);
    } else {
      leaves.add(new Leaf(path, inCapitals ? capitals(name) : name, field, value));
    }
  }

  private void fields(
      JsonNode node, PartType part, String indent, String path, StringBuilder text) {
    List<Field> present =
        part.fields().stream().filter(field -> node.has(field.property())).toList();
    for (Field field : present) {
      String place = path + "." + field.property();
      JsonNode value = node.get(field.property());
      text.append("%s// %s %s\n".formatted(indent, field.label().zh(), field.label().en()))
          .append("%s\"%s\": ".formatted(indent, field.property()));
      if (value.isArray()) {
        text.append("[");
        for (int i = 0; i < value.size(); i++) {
          text.append(i == 0 ? "" : ", ");
          value(value.get(i), field, indent, place + "[" + i + "]", text);
        }
        text.append("]");
      } else {
        value(value, field, indent, place, text);
      }
      text.append(field == present.get(present.size() - 1) ? "\n" : ",\n");
    }
  }

  private void value(JsonNode value, Field field, String indent, String path, StringBuilder text) {
    Optional<PartType> below = Dictionary.v1().part(field.type());
    if (below.isPresent()) {
      text.append("{\n");
      fields(value, below.get(), indent + "  ", path, text);
      text.append(indent).append("}");
    } else {
      text.append(
          leaves.stream()
              .filter(leaf -> leaf.path().equals(path))
              .findFirst()
              .orElseThrow()
              .reading());
    }
  }

  private static String capital(String before, String property) {
    return before.isEmpty()
        ? property
        : Character.toUpperCase(property.charAt(0)) + property.substring(1);
  }

  private static String capitals(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
