package io.enforcement.gateway.routes.pack.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Holds a settings file against the record that it is to become: unknown and missing keys, wrong
 * types and words, everything said twice, each with its line. What is wrong is left out of the
 * result, so that the rest can be checked further in the same run. Knows records, lists, sets, maps
 * by name, enums, texts, whole numbers and truth values, and no settings by name. For one thread.
 */
final class YamlCheck {

  private static final ObjectMapper BINDING = new ObjectMapper();

  /** A value of which has been said what is wrong with it. */
  private static final Object WRONG = new Object();

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

  private final String file;
  private final Problems problems;
  private final Map<String, Integer> lines = new HashMap<>();

  YamlCheck(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** What is sound of the file; empty when nothing is left to look at. */
  <T extends Record> Optional<T> read(byte[] yaml, Class<T> type) {
    Optional<Node> root = new YamlText(file, problems).read(yaml);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Object sound = value(root.get(), type, "");
    try {
      return sound == WRONG ? Optional.empty() : Optional.of(BINDING.convertValue(sound, type));
    } catch (IllegalArgumentException e) {
      problems.error(file, 0, "yaml.refused", e.getMessage());
      return Optional.empty();
    }
  }

  /** Where an entry stands, for example {@code receives[0].via}; a missing one, where it would. */
  int line(String path) {
    String at = path;
    while (!lines.containsKey(at)) {
      int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      if (end <= 0) {
        return 1;
      }
      at = at.substring(0, end);
    }
    return lines.get(at);
  }

  /** Whether the entry stands in the file at all. */
  boolean has(String path) {
    return lines.containsKey(path);
  }

  /** The value as a plain tree; null when it is absent. */
  private Object value(Node node, Type type, String path) {
    if (node.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      return Map.class.isAssignableFrom(raw)
          ? map(node, arguments[1], path)
          : list(node, arguments[0], Set.class.isAssignableFrom(raw), path);
    }
    Class<?> plain = (Class<?>) type;
    return plain.isRecord() ? record(node, plain, path) : scalar(node, plain, path);
  }

  private Object record(Node node, Class<?> type, String path) {
    if (!(node instanceof MappingNode mapping)) {
      return wrongType(node, path, "mapping");
    }
    Map<String, RecordComponent> known = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      known.put(component.getName(), component);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    entries(mapping, path)
        .forEach(
            (key, entry) -> {
              String place = below(path, key);
              if (known.containsKey(key)) {
                lines.put(place, line(entry.getKeyNode()));
                Type component = known.get(key).getGenericType();
                values.put(key, value(entry.getValueNode(), component, place));
              } else {
                problems.unknown(
                    file, line(entry.getKeyNode()), "yaml.unknown-key", key, known.keySet(), place);
              }
            });
    boolean complete =
        known.values().stream()
            .filter(YamlCheck::isRequired)
            .map(component -> required(node, component, path, values))
            .reduce(true, Boolean::logicalAnd);
    values.values().removeIf(value -> value == null || value == WRONG);
    return complete ? values : WRONG;
  }

  /**
   * Says that a value is missing, and puts an empty one in its place, so that the rest of the
   * record can be looked at.
   *
   * @return false when there is no empty value of that type
   */
  private boolean required(
      Node node, RecordComponent component, String path, Map<String, Object> values) {
    String key = component.getName();
    Object value = values.get(key);
    if (value == null) {
      problems.error(file, line(node), "yaml.missing-key", below(path, key));
    }
    if (value != null && value != WRONG) {
      return true;
    }
    if (component.getType() == String.class) {
      values.put(key, "");
    } else if (Collection.class.isAssignableFrom(component.getType())) {
      values.put(key, List.of());
    }
    return values.get(key) != null && values.get(key) != WRONG;
  }

  private Object map(Node node, Type type, String path) {
    if (!(node instanceof MappingNode mapping)) {
      return wrongType(node, path, "mapping");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    entries(mapping, path)
        .forEach(
            (key, entry) -> {
              lines.put(below(path, key), line(entry.getKeyNode()));
              Object value = value(entry.getValueNode(), type, below(path, key));
              if (value == null) {
                problems.error(
                    file, line(entry.getKeyNode()), "yaml.missing-key", below(path, key));
              } else if (value != WRONG) {
                values.put(key, value);
              }
            });
    return values;
  }

  /** The entries with a plain key, each once. */
  private Map<String, NodeTuple> entries(MappingNode mapping, String path) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        wrongType(entry.getKeyNode(), path, "key");
      } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
        problems.error(file, line(key), "yaml.duplicate-key", below(path, key.getValue()));
      }
    }
    return entries;
  }

  private Object list(Node node, Type type, boolean eachOnce, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      return wrongType(node, path, "list");
    }
    List<Object> values = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      // Counted as in the result: what is left out there has no place of its own.
      String place = path + "[" + values.size() + "]";
      lines.put(place, line(element));
      Object value = value(element, type, place);
      if (value == null) {
        wrongType(element, place, "value");
      } else if (eachOnce && values.contains(value)) {
        problems.error(file, line(element), "yaml.duplicate-item", place, value);
      } else if (value != WRONG) {
        values.add(value);
      }
    }
    return values;
  }

  private Object scalar(Node node, Class<?> type, String path) {
    if (!(node instanceof ScalarNode scalar)) {
      return wrongType(node, path, "value");
    }
    String text = scalar.getValue();
    if (type.isEnum()) {
      return word(node, type, text, path);
    }
    if (type == Integer.class || type == int.class) {
      return NUMBER.matcher(text).matches()
          ? Integer.valueOf(text)
          : wrongType(node, path, "number");
    }
    if (type == Boolean.class || type == boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Boolean.valueOf(text)
          : wrongType(node, path, "truth");
    }
    return text;
  }

  private Object word(Node node, Class<?> type, String text, String path) {
    List<String> words =
        Stream.of(type.getEnumConstants()).map(each -> word((Enum<?>) each)).toList();
    if (words.contains(text)) {
      return text;
    }
    problems.unknown(file, line(node), "yaml.word", text, words, path, text);
    return WRONG;
  }

  /** The word that stands for an enum's constant, as the binding reads it. */
  private static String word(Enum<?> constant) {
    try {
      JsonProperty word =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return word == null ? constant.name() : word.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum has a field for each constant", e);
    }
  }

  private Object wrongType(Node node, String path, String expected) {
    problems.error(file, line(node), "yaml.type." + expected, path.isEmpty() ? file : path);
    return WRONG;
  }

  private static boolean isRequired(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
