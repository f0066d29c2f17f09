package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The JSON twin of a record as the tree that JSLT reads. It is made for every delivery to a partner
 * of data alone, so it goes from tokens to nodes: by way of bytes it would cost twice as much.
 */
final class Twin {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Twin() {}

  /** The same tree as {@link Trees#read} makes of the written twin; the caller may add to it. */
  static ObjectNode of(StandardRecord record) {
    try (JsonParser tokens = StandardJson.tokens(record)) {
      tokens.nextToken();
      return object(tokens);
    }
  }

  private static ObjectNode object(JsonParser tokens) {
    ObjectNode object = NODES.objectNode();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      tokens.nextToken();
      object.set(name, value(tokens));
    }
    return object;
  }

  private static ArrayNode array(JsonParser tokens) {
    ArrayNode array = NODES.arrayNode();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(tokens));
    }
    return array;
  }

  private static JsonNode value(JsonParser tokens) {
    return switch (tokens.currentToken()) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> array(tokens);
      case VALUE_STRING -> NODES.textNode(tokens.getString());
      case VALUE_NUMBER_INT -> integer(tokens.getLongValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(tokens.getBooleanValue());
      default -> throw new IllegalStateException("the twin has no " + tokens.currentToken());
    };
  }

  private static JsonNode integer(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
