package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import tools.jackson.core.JsonParser;

/**
 * The JSON twin of a record as the tree that JSLT reads. It is made for every delivery to a partner
 * of data alone, so it goes from tokens to nodes: by way of bytes it would cost twice as much.
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
}
