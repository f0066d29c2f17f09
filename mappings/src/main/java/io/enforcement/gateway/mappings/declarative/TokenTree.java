package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** The tree that JSLT reads, from the tokens that the strict reader gives. */
final class TokenTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TokenTree() {}

  /**
   * The value whose first token was read last; the same tree as {@link Trees#read} makes of it.
   *
   * @throws StreamReadException when a name stands twice in one object
   */
  static JsonNode of(JsonParser tokens) {
    return switch (tokens.currentToken()) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> array(tokens);
      case VALUE_STRING -> NODES.textNode(tokens.getString());
      case VALUE_NUMBER_INT -> integer(tokens);
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(tokens.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(tokens.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no value begins with " + tokens.currentToken());
    };
  }

  static ObjectNode object(JsonParser tokens) {
    ObjectNode object = NODES.objectNode();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      tokens.nextToken();
      if (object.replace(name, of(tokens)) != null) {
        throw new StreamReadException(tokens, "a name stands twice in one object");
      }
    }
    return object;
  }

  private static ArrayNode array(JsonParser tokens) {
    ArrayNode array = NODES.arrayNode();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      array.add(of(tokens));
    }
    return array;
  }

  private static JsonNode integer(JsonParser tokens) {
    if (tokens.getNumberType() == NumberType.BIG_INTEGER) {
      return NODES.numberNode(tokens.getBigIntegerValue());
    }
    // A record's own tokens say long of what fits an int.
    long value = tokens.getLongValue();
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
