package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.http.Reply;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the body of a 2xx must say before we believe it: many systems answer 200 with a fault
 * inside. Written {@code /status=OK} for JSON (a pointer) or {@code code=0} for XML (the name of an
 * element that stands there once). Thread-safe.
 */
final class ReplyContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads what the contract asks for; empty when it is not there. */
  private final Function<byte[], Optional<String>> saying;

  private final String value;

  private ReplyContract(Function<byte[], Optional<String>> saying, String value) {
    this.saying = saying;
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException when it is neither a JSON pointer (RFC 6901) nor the name of
   *     an element, {@code =}, a value
   */
  static ReplyContract parse(String text) {
    boolean json = text.startsWith("/");
    int equals = json ? text.lastIndexOf('=') : text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("has no value");
    }
    String place = text.substring(0, equals);
    return new ReplyContract(
        json ? inJson(JsonPointer.compile(place)) : inXml(place), text.substring(equals + 1));
  }

  boolean kept(Reply reply) {
    return reply.whole() && saying.apply(reply.bytes()).filter(value::equals).isPresent();
  }

  private static Function<byte[], Optional<String>> inJson(JsonPointer pointer) {
    return body -> {
      try {
        JsonNode node = JSON.readTree(body).at(pointer);
        return node.isValueNode() ? Optional.of(node.asString()) : Optional.empty();
      } catch (JacksonException e) {
        return Optional.empty();
      }
    };
  }

  private static Function<byte[], Optional<String>> inXml(String element) {
    if (!element.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("is not the name of an element");
    }
    return body -> XmlElementText.of(element, body);
  }
}
