package io.enforcement.gateway.benchmarks.year;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of the standard, made from a published sample by changing fields. Immutable. */
final class Paper {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Class<? extends StandardRecord> type;
  private final ObjectNode fields;

  private Paper(Class<? extends StandardRecord> type, ObjectNode fields) {
    this.type = type;
    this.fields = fields;
  }

  /** The sample of this record type and name, without what it says of its own sending. */
  static Paper of(String type, String sample) {
    try (InputStream json =
        Paper.class.getResourceAsStream("/standards/v1/samples/" + type + "/" + sample + ".json")) {
      ObjectNode fields = (ObjectNode) JSON.readTree(json);
      fields.remove(List.of("cdTime", "cdSource", "cdBatch"));
      return new Paper(RecordTypes.of(type).orElseThrow(), fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same with another value in a field.
   *
   * @param path names joined by dots
   */
  Paper with(String path, Object value) {
    ObjectNode changed = fields.deepCopy();
    ObjectNode place = changed;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      place = (ObjectNode) place.get(names[i]);
    }
    place.set(names[names.length - 1], JSON.valueToTree(value.toString()));
    return new Paper(type, changed);
  }

  /** The same without these fields. */
  Paper without(String... names) {
    ObjectNode changed = fields.deepCopy();
    changed.remove(List.of(names));
    return new Paper(type, changed);
  }

  byte[] xml() {
    byte[] json = fields.toString().getBytes(StandardCharsets.UTF_8);
    return StandardXml.write(StandardJson.read(json, type));
  }
}
