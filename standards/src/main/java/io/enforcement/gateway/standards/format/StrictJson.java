package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * The door for foreign JSON (RFC 8259, I-JSON): checked before it is bound, bound without guessing.
 * All methods are pure, may be called from any thread, and refuse with {@link Rejected}; a refusal
 * names rule and path, never a value.
 */
public final class StrictJson {

  private StrictJson() {}

  /**
   * Refuses what is not one sound JSON value in UTF-8: byte order marks, other charsets, depth over
   * 64, names twice, NaN, comments, trailing tokens, half surrogate pairs, NUL, numbers over 100
   * characters or beyond 1e308, strings over 1 MiB.
   */
  public static void check(byte[] json) {
    Door.of(json).tokens();
  }

  /**
   * The checked JSON as an object of this type.
   *
   * @throws Rejected {@code json.unknown-field} for a field the type has not, {@code json.type} for
   *     a value of another kind (also {@code null} where a value must be)
   */
  public static <T> T read(byte[] json, Class<T> type) {
    Door door = Door.of(json);
    door.escapes();
    try {
      return bound(() -> HardenedJson.MAPPER.readValue(door.text(), type));
    } catch (Rejected e) {
      // What is wrong with the text is told before what is wrong with its meaning.
      door.tokens();
      throw e;
    }
  }

  /** What was read; a refusal for what is not as its type asks. */
  static <T> T bound(Supplier<T> reading) {
    try {
      T value = reading.get();
      if (value == null) {
        throw new Rejected(Finding.of("json.type", "", "null"));
      }
      return value;
    } catch (JacksonException e) {
      throw new Rejected(unbound(e));
    }
  }

  private static Finding unbound(JacksonException e) {
    String path = JsonPaths.of(e.getPath());
    if (e instanceof UnrecognizedPropertyException) {
      return Finding.of("json.unknown-field", path, "unknown field");
    }
    return Finding.of(
        "json.type", path, e instanceof DatabindException ? "another type" : "out of range");
  }

  /**
   * The tokens of JSON that has not been checked yet, for whoever builds a tree of them in one
   * pass: charset, bounds and half surrogate pairs are checked at once, syntax as it is read. Names
   * twice and what follows the value are for the caller to look at, who keeps the names anyway;
   * when reading fails, {@link #check} says why. The caller closes the parser.
   *
   * @throws Rejected what was found at once
   */
  public static JsonParser parser(byte[] json) {
    Door door = Door.of(json);
    door.escapes();
    return HardenedJson.FACTORY.createParser(ObjectReadContext.empty(), door.text());
  }

  /** The checked JSON as a tree; decimals are exact. */
  public static JsonNode tree(byte[] json) {
    check(json);
    return HardenedJson.MAPPER.readTree(json);
  }

  /** A text whose charset is sound and whose bounds are kept; it is decoded once. */
  private record Door(String text, JsonBounds bounds) {

    static Door of(byte[] json) {
      charset(json);
      JsonBounds bounds = JsonBounds.check(json);
      return new Door(StrictText.decode(json, StandardCharsets.UTF_8, "json.charset"), bounds);
    }

    void tokens() {
      JsonTokens.check(
          HardenedJson.FACTORY.createParser(ObjectReadContext.empty(), text),
          text.length(),
          bounds.cutOff());
    }

    /**
     * The parser that binds finds wrong syntax and names twice as well; only half surrogate pairs
     * and NUL pass it, and in sound UTF-8 these can only stand as escapes.
     */
    void escapes() {
      if (bounds.escaped()) {
        tokens();
      }
    }
  }

  private static void charset(byte[] json) {
    if (startsWith(json, 0xEF, 0xBB, 0xBF)) {
      throw new Rejected(Finding.of("json.bom", "", "byte order mark"));
    }
    boolean wide = startsWith(json, 0xFE, 0xFF) || startsWith(json, 0xFF, 0xFE);
    boolean wideWithoutMark = json.length > 1 && (json[0] == 0 || json[1] == 0);
    if (wide || wideWithoutMark) {
      throw new Rejected(Finding.of("json.charset", "", "UTF-16 or UTF-32", "UTF-8"));
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
