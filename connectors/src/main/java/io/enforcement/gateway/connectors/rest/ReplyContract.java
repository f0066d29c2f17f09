package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.http.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the body of a 2xx must say before we believe it, written {@code /status=OK}: many systems
 * answer 200 with a fault inside. Thread-safe.
 */
final class ReplyContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonPointer pointer;
  private final String value;

  private ReplyContract(JsonPointer pointer, String value) {
    this.pointer = pointer;
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException when it is not a JSON pointer (RFC 6901), {@code =}, a value
   */
  static ReplyContract parse(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 1 || text.charAt(0) != '/') {
      throw new IllegalArgumentException("is not a JSON pointer and a value, like /status=OK");
    }
    return new ReplyContract(
        JsonPointer.compile(text.substring(0, equals)), text.substring(equals + 1));
  }

  boolean kept(Reply reply) {
    if (!reply.whole()) {
      return false;
    }
    try {
      JsonNode node = JSON.readTree(reply.bytes()).at(pointer);
      return node.isValueNode() && node.asString().equals(value);
    } catch (JacksonException e) {
      return false;
    }
  }
}
