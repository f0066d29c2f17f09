package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
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
    charset(json);
    boolean cutOff = JsonBounds.check(json);
    StrictText.decode(json, StandardCharsets.UTF_8, "json.charset");
    JsonTokens.check(
        HardenedJson.FACTORY.createParser(ObjectReadContext.empty(), json), json.length, cutOff);
  }

  /**
   * The checked JSON as an object of this type.
   *
   * @throws Rejected {@code json.unknown-field} for a field the type has not, {@code json.type} for
   *     a value of another kind (also {@code null} where a value must be)
   */
  public static <T> T read(byte[] json, Class<T> type) {
    check(json);
    try {
      T value = HardenedJson.MAPPER.readValue(json, type);
      if (value == null) {
        throw new Rejected(Finding.refuse("json.type", "", "null"));
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new Rejected(
          Finding.refuse("json.unknown-field", JsonPaths.of(e.getPath()), "unknown field"));
    } catch (DatabindException e) {
      throw new Rejected(Finding.refuse("json.type", JsonPaths.of(e.getPath()), "another type"));
    } catch (JacksonException e) {
      throw new Rejected(Finding.refuse("json.type", JsonPaths.of(e.getPath()), "out of range"));
    }
  }

  /** The checked JSON as a tree; decimals are exact. */
  public static JsonNode tree(byte[] json) {
    check(json);
    return HardenedJson.MAPPER.readTree(json);
  }

  private static void charset(byte[] json) {
    if (startsWith(json, 0xEF, 0xBB, 0xBF)) {
      throw new Rejected(Finding.refuse("json.bom", "", "byte order mark"));
    }
    boolean wide = startsWith(json, 0xFE, 0xFF) || startsWith(json, 0xFF, 0xFE);
    boolean wideWithoutMark = json.length > 1 && (json[0] == 0 || json[1] == 0);
    if (wide || wideWithoutMark) {
      throw new Rejected(Finding.refuse("json.charset", "", "UTF-16 or UTF-32", "UTF-8"));
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
