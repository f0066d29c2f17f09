package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.util.TokenBuffer;

/**
 * The JSON twin of the standard: the same classes as the XML, property names as in Java ({@code
 * parties}, {@code penalties}), dates as ISO 8601 text with their offset, money as decimal text,
 * empty lists and absent values left out. The type of a record is given by the caller, never by the
 * text. Pure; any thread.
 */
public final class StandardJson {

  private StandardJson() {}

  /** The record as UTF-8 JSON without a byte order mark. */
  public static byte[] write(StandardRecord record) {
    return HardenedJson.MAPPER.writeValueAsBytes(record);
  }

  /**
   * The same as tokens, for whoever builds a tree of them: text, whole numbers, yes and no. The
   * caller closes the parser.
   */
  public static JsonParser tokens(StandardRecord record) {
    TokenBuffer tokens = TokenBuffer.forGeneration();
    HardenedJson.MAPPER.writeValue(tokens, record);
    return tokens.asParser();
  }

  /**
   * The record in these bytes; whether it is complete is said by {@link
   * StandardXml#writeChecked(StandardRecord)}.
   *
   * @throws Rejected {@code json.*}
   */
  public static <T extends StandardRecord> T read(byte[] json, Class<T> type) {
    return StrictJson.read(json, type);
  }

  /**
   * The record in tokens that were made of a tree, as {@link #read(byte[], Class)} reads it from
   * the written tree; texts were looked at by whoever made them. Closes the parser.
   *
   * @throws Rejected {@code json.unknown-field}, {@code json.type}
   */
  public static <T extends StandardRecord> T read(JsonParser tokens, Class<T> type) {
    try (tokens) {
      return StrictJson.bound(() -> HardenedJson.MAPPER.readValue(tokens, type));
    }
  }
}
