package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Where a column finds its values, in the names of the standard's JSON twin:
 *
 * <ul>
 *   <li>{@code body.uscc}; a list on the way gives the values of all its elements
 *   <li>{@code penalties[type=04+05].amount}: of those elements only whose field has one of these
 *       values; {@code [selfEmployed=true]} asks so of the record or part itself
 *   <li>{@code uscc|certificate.number}: the first that is there
 *   <li>{@code uscc=001}: 001 where there is a value; {@code {}} in such a text is the value itself
 *   <li>{@code =2}: always 2
 * </ul>
 *
 * <p>Immutable; any thread.
 */
final class ColumnPath {

  private static final Pattern STEP =
      Pattern.compile("([a-zA-Z]+|(?=\\[))(?:\\[([a-zA-Z]+)=([0-9A-Za-z+]+)])?(?:\\.(?!$)|$)");
  private static final Pattern WAY = Pattern.compile("((?:[^=\\[]|\\[[^]]*])*)(?:=(.+))?");

  private final List<Way> ways = new ArrayList<>();

  /** A name and, of a list, what its elements must have. */
  private record Step(String name, String field, Set<String> values) {

    void follow(JsonNode node, List<JsonNode> found) {
      JsonNode value = name.isEmpty() ? node : node.path(name);
      for (JsonNode each : value.isArray() ? value.values() : List.of(value)) {
        if (!each.isMissingNode() && !each.isNull() && fits(each)) {
          found.add(each);
        }
      }
    }

    private boolean fits(JsonNode node) {
      return field == null || values.contains(node.path(field).asString(""));
    }
  }

  /** One of the alternatives; {@code text} is null where the value itself is meant. */
  private record Way(List<Step> steps, String text) {

    List<JsonNode> in(JsonNode record) {
      List<JsonNode> values = List.of(record);
      for (Step step : steps) {
        List<JsonNode> next = new ArrayList<>();
        values.forEach(value -> step.follow(value, next));
        values = next;
      }
      return text == null || values.isEmpty() ? values : List.of(text(values.get(0)));
    }

    private JsonNode text(JsonNode value) {
      return StringNode.valueOf(text.contains("{}") ? text.replace("{}", value.asString()) : text);
    }
  }

  private ColumnPath() {}

  /**
   * @param fields of the record or part that the path starts from
   * @throws IllegalStateException when the standard has no such path
   */
  static ColumnPath of(String text, List<Field> fields) {
    ColumnPath path = new ColumnPath();
    for (String way : text.split("\\|")) {
      Matcher matcher = WAY.matcher(way);
      if (way.isEmpty() || !matcher.matches()) {
        throw new IllegalStateException("no path: " + text);
      }
      path.ways.add(new Way(steps(matcher.group(1), fields), matcher.group(2)));
    }
    return path;
  }

  /** The values, in their order; none where the record has none. */
  List<JsonNode> in(JsonNode record) {
    for (Way way : ways) {
      List<JsonNode> values = way.in(record);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  /** The fields of what stands at the end of a path without alternatives. */
  static List<Field> below(String text, List<Field> fields) {
    List<Field> below = fields;
    for (String name : text.replaceAll("\\[[^]]*]", "").split("\\.")) {
      below = partFields(field(name, below, text));
    }
    return below;
  }

  private static List<Step> steps(String text, List<Field> fields) {
    List<Step> steps = new ArrayList<>();
    List<Field> here = fields;
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalStateException("no path: " + text);
      }
      end = matcher.end();
      if (!matcher.group(1).isEmpty()) {
        here = partFields(field(matcher.group(1), here, text));
      }
      if (matcher.group(2) != null) {
        field(matcher.group(2), here, text);
      }
      steps.add(
          new Step(
              matcher.group(1),
              matcher.group(2),
              matcher.group(3) == null ? Set.of() : Set.of(matcher.group(3).split("\\+"))));
    }
    return List.copyOf(steps);
  }

  private static Field field(String name, List<Field> fields, String path) {
    return fields.stream()
        .filter(field -> field.property().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the standard has no " + name + ": " + path));
  }

  private static List<Field> partFields(Field field) {
    return Dictionary.v1().part(field.type()).map(PartType::fields).orElse(List.of());
  }
}
