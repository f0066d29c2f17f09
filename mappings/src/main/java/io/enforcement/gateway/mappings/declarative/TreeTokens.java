package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.StrictText;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.util.TokenBuffer;

/** The tokens of a tree that JSLT made, as the strict reader would give them: texts are whole. */
final class TreeTokens {

  /** No record of the standard is half as deep. */
  private static final int MAX_DEPTH = 64;

  private final TokenBuffer tokens = TokenBuffer.forGeneration();

  private TreeTokens() {}

  /**
   * @throws Rejected {@code json.depth}, {@code json.nul}, {@code json.surrogate}
   */
  static JsonParser of(JsonNode tree) {
    TreeTokens written = new TreeTokens();
    written.write(tree, "", 0);
    return written.tokens.asParser();
  }

  private void write(JsonNode node, String name, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Rejected(
          Finding.of("json.depth", name, "nested deeper than the bound", "" + MAX_DEPTH));
    }
    if (node instanceof ObjectNode object) {
      tokens.writeStartObject();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        tokens.writeName(field.getKey());
        write(field.getValue(), field.getKey(), depth + 1);
      }
      tokens.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      tokens.writeStartArray();
      for (JsonNode element : array) {
        write(element, name, depth + 1);
      }
      tokens.writeEndArray();
    } else {
      single(node, name);
    }
  }

  private void single(JsonNode node, String name) {
    if (node.isTextual()) {
      StrictText.check(node.textValue(), () -> name);
      tokens.writeString(node.textValue());
    } else if (node instanceof NumericNode number) {
      number(number);
    } else if (node.isBoolean()) {
      tokens.writeBoolean(node.booleanValue());
    } else {
      tokens.writeNull();
    }
  }

  private void number(NumericNode number) {
    if (number.isInt()) {
      tokens.writeNumber(number.intValue());
    } else if (number.isIntegralNumber()) {
      tokens.writeNumber(number.bigIntegerValue());
    } else if (number.isNaN()) {
      // Neither a number nor infinite: JSON has no word for it, so it is a text.
      tokens.writeString(number.asText());
    } else {
      tokens.writeNumber(number.decimalValue());
    }
  }
}
