package io.enforcement.gateway.routes.sandbox.side;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of a table as a sample shows it: {@code {"table":…,"row":{…}}}. */
public record SampleRow(String table, ObjectNode content) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads a sample.
   *
   * @throws IllegalArgumentException when it shows no row
   */
  public static SampleRow of(byte[] document) {
    try {
      JsonNode tree = JSON.readTree(document);
      if (tree.path("row") instanceof ObjectNode row && tree.path("table").isString()) {
        return new SampleRow(tree.path("table").asString(), row);
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a sample is no JSON", e);
    }
    throw new IllegalArgumentException("a sample shows no row of a table");
  }
}
