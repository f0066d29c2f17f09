package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** The one Jackson 2 of the house, for JSLT; bytes in and out, decimals exact. */
final class Trees {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          // Rare characters as UTF-8, not as a pair of escapes.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Trees() {}

  /**
   * The tree of foreign bytes, in one pass over them.
   *
   * @throws Rejected as {@link StrictJson#check} does
   */
  static JsonNode strict(byte[] json) {
    try (JsonParser tokens = StrictJson.parser(json)) {
      if (tokens.nextToken() != null) {
        JsonNode tree = TokenTree.of(tokens);
        if (tokens.nextToken() == null) {
          return tree;
        }
      }
    } catch (JacksonException e) {
      // The check says what is wrong, without quoting the document.
    }
    StrictJson.check(json);
    throw new IllegalStateException("checked JSON cannot be read");
  }

  /** The tree of bytes that passed the strict check or were written by us. */
  static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      // Without the cause: Jackson's message may quote the document.
      throw new IllegalStateException("checked JSON cannot be read: " + e.getClass().getName());
    }
  }

  static byte[] write(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written: " + e.getClass().getName());
    }
  }
}
