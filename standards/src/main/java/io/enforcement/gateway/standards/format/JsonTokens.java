package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * One pass over the tokens of a JSON text: syntax, one value only, no name twice in an object, no
 * half of a surrogate pair. Nothing is built.
 */
final class JsonTokens {

  private final JsonParser parser;
  private final Deque<Set<String>> names = new ArrayDeque<>();

  private JsonTokens(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads to the end and closes the parser.
   *
   * @param cutOff whether something is open at the end of the text; tells a text that ends too
   *     early from one that is wrong
   */
  static void check(JsonParser parser, int length, boolean cutOff) {
    try (parser) {
      new JsonTokens(parser).scan();
    } catch (UnexpectedEndOfInputException e) {
      throw refused("json.truncated", "", "ends too early");
    } catch (JacksonException e) {
      if (cutOff && parser.currentLocation().getCharOffset() >= length) {
        throw refused("json.truncated", "", "ends too early");
      }
      throw refused("json.syntax", JsonPaths.of(parser.streamReadContext()), "not JSON");
    }
  }

  private void scan() {
    if (parser.nextToken() == null) {
      throw refused("json.truncated", "", "empty");
    }
    token(parser.currentToken());
    while (!parser.streamReadContext().inRoot()) {
      token(parser.nextToken());
    }
    if (nextAfterRoot() != null) {
      throw refused("json.trailing", "", "more than one value");
    }
  }

  private JsonToken nextAfterRoot() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw refused("json.trailing", "", "more than one value");
    }
  }

  private void token(JsonToken token) {
    switch (token) {
      case START_OBJECT -> names.push(new HashSet<>());
      case END_OBJECT -> names.pop();
      case PROPERTY_NAME -> name(parser.currentName());
      case VALUE_STRING -> text(parser.getString());
      default -> {
        // Numbers and literals were judged by the parser and by the bounds.
      }
    }
  }

  private void name(String name) {
    if (!names.element().add(name)) {
      throw refused("json.duplicate-key", path(), "same name twice in one object");
    }
    text(name);
  }

  private void text(String text) {
    StrictText.check(text, this::path);
  }

  private String path() {
    return JsonPaths.of(parser.streamReadContext());
  }

  private static Rejected refused(String rule, String path, String valueClass) {
    return new Rejected(Finding.of(rule, path, valueClass));
  }
}
