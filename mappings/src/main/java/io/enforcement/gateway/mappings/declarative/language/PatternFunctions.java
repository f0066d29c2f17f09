package io.enforcement.gateway.mappings.declarative.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Matcher;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * JSLT's functions over regular expressions, with the same meaning and with patterns that cannot
 * backtrack. Patterns are written into the mapping ({@link MappingCheck} asks for it), so that as
 * many are kept as it has. Any thread.
 */
final class PatternFunctions {

  private static final Literal PATTERN = new Literal(1, false, LinearPattern::wrong);

  private final Map<String, LinearPattern> patterns = new ConcurrentHashMap<>();

  List<MappingFunction> all() {
    return List.of(
        function("test", 2, this::test),
        function("capture", 2, this::capture),
        function("split", 2, this::split),
        function("replace", 3, this::replace));
  }

  private static MappingFunction function(
      String name, int arguments, Function<JsonNode[], JsonNode> body) {
    return new MappingFunction(name, arguments, arguments, List.of(PATTERN), body);
  }

  private JsonNode test(JsonNode[] a) {
    return a[0].isNull() ? a[0] : BooleanNode.valueOf(on(a).find());
  }

  private JsonNode capture(JsonNode[] a) {
    if (a[0].isNull()) {
      return a[0];
    }
    ObjectNode groups = JsonNodeFactory.instance.objectNode();
    Matcher found = on(a);
    if (found.find()) {
      pattern(a)
          .groups()
          .forEach(
              (name, place) -> {
                if (found.group(place) != null) {
                  groups.put(name, found.group(place));
                }
              });
    }
    return groups;
  }

  /** As Java splits: empty pieces at the end are dropped. */
  private JsonNode split(JsonNode[] a) {
    if (a[0].isNull()) {
      return NullNode.instance;
    }
    String text = a[0].asText();
    ArrayNode pieces = JsonNodeFactory.instance.arrayNode();
    Matcher found = on(a);
    int from = 0;
    int filled = 0;
    while (found.find()) {
      if (found.end() == 0) {
        continue;
      }
      pieces.add(text.substring(from, found.start()));
      from = found.end();
      filled = pieces.get(pieces.size() - 1).textValue().isEmpty() ? filled : pieces.size();
    }
    if (from < text.length() || pieces.isEmpty()) {
      return pieces.add(text.substring(from));
    }
    while (pieces.size() > filled) {
      pieces.remove(pieces.size() - 1);
    }
    return pieces;
  }

  /** The new text stands as it is: JSLT knows no groups in it. */
  private JsonNode replace(JsonNode[] a) {
    if (a[0].isNull()) {
      return NullNode.instance;
    }
    String text = a[0].asText();
    String with = a[2].asText();
    StringBuilder result = new StringBuilder();
    Matcher found = on(a);
    int from = 0;
    while (found.find()) {
      if (found.start() == found.end()) {
        throw new JsltException("replace() with a pattern that matches nothing");
      }
      Meter.fits((long) result.length() + text.length() + with.length());
      result.append(text, from, found.start()).append(with);
      from = found.end();
    }
    return TextNode.valueOf(result.append(text.substring(from)).toString());
  }

  private Matcher on(JsonNode[] a) {
    return pattern(a).on(a[0].asText());
  }

  private LinearPattern pattern(JsonNode[] a) {
    return patterns.computeIfAbsent(a[1].asText(), LinearPattern::of);
  }
}
