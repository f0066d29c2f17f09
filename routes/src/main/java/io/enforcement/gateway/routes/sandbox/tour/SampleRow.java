package io.enforcement.gateway.routes.sandbox.tour;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of a table as a sample shows it: {@code {"table":…,"row":{…}}}. */
record SampleRow(String table, ObjectNode content) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static SampleRow of(byte[] document) {
    JsonNode tree = JSON.readTree(document);
    return new SampleRow(tree.path("table").asString(), (ObjectNode) tree.path("row"));
  }
}
