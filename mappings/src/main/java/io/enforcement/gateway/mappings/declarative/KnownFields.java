package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.JsonPaths;
import java.util.HashSet;
import java.util.Set;

/** Looks whether an object has only the fields that a mapping reads: what nobody reads is lost. */
final class KnownFields {

  private KnownFields() {}

  /**
   * The object, or null when it is absent or no object; notes {@code json.unknown-field} for each
   * field whose name is not among these, {@code json.type} for what is no object.
   */
  static JsonNode of(JsonNode value, JsonNode names, String where, Reading reading) {
    if (value == null || value.isNull()) {
      return NullNode.instance;
    }
    if (!value.isObject()) {
      reading.refuse("json.type", where, "no object");
      return NullNode.instance;
    }
    Set<String> known = new HashSet<>();
    names.forEach(name -> known.add(name.asText()));
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                reading.refuse("json.unknown-field", path(where, name), "unknown field");
              }
            });
    return value;
  }

  private static String path(String where, String name) {
    String shown = JsonPaths.shown(name);
    return where.isEmpty() ? shown : where + "." + shown;
  }
}
