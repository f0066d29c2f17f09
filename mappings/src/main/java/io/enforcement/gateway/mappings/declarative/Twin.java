package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import tools.jackson.core.JsonParser;

/**
 * The JSON twin of a record as the tree that JSLT reads and makes. It is made for every message of
 * a partner of data alone, so it goes from tokens to nodes and back: by way of bytes it would cost
 * twice as much.
 */
final class Twin {

  private Twin() {}

  /** The same tree as {@link Trees#read} makes of the written twin; the caller may add to it. */
  static ObjectNode of(StandardRecord record) {
    try (JsonParser tokens = StandardJson.tokens(record)) {
      tokens.nextToken();
      return TokenTree.object(tokens);
    }
  }

  /**
   * The record of this type that a tree is the twin of.
   *
   * @throws Rejected {@code json.*}, as if the tree had come as bytes
   */
  static <T extends StandardRecord> T record(JsonNode tree, Class<T> type) {
    return StandardJson.read(TreeTokens.of(tree), type);
  }
}
