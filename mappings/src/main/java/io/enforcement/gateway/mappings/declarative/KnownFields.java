package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.JsonPaths;
import java.util.Iterator;

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
    int next = 0;
    for (Iterator<String> fields = value.fieldNames(); fields.hasNext(); ) {
      String name = fields.next();
      int place = place(names, name, next);
      if (place < 0) {
        reading.refuse("json.unknown-field", path(where, name), "unknown field");
      } else {
        next = place + 1;
      }
    }
    return value;
  }

  /** Senders mostly keep the order of the table, so it is looked for behind the one before it. */
  private static int place(JsonNode names, String name, int from) {
    for (int i = 0; i < names.size(); i++) {
      int place = (from + i) % names.size();
      if (names.get(place).asText().equals(name)) {
        return place;
      }
    }
    return -1;
  }

  private static String path(String where, String name) {
    String shown = JsonPaths.shown(name);
    return where.isEmpty() ? shown : where + "." + shown;
  }
}
