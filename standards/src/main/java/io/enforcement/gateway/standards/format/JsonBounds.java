package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;

/**
 * One pass over the raw bytes of a JSON text, before any parser holds anything of it: depth, length
 * of strings and numbers, exponents, and what JSON has no word for (NaN, comments, NUL). Constant
 * memory, no recursion; what is left to say about syntax, the parser says.
 */
final class JsonBounds {

  static final int MAX_DEPTH = 64;
  static final int MAX_NUMBER_LENGTH = 100;
  static final int MAX_EXPONENT = 308;
  static final int MAX_STRING_BYTES = 1 << 20;

  private final byte[] json;
  private int end;
  private int depth;
  private boolean escaped;

  private JsonBounds(byte[] json) {
    this.json = json;
  }

  static JsonBounds check(byte[] json) {
    JsonBounds bounds = new JsonBounds(json);
    bounds.scan();
    return bounds;
  }

  /** Whether something is still open at the end: the sign of a text that was cut off. */
  boolean cutOff() {
    return depth > 0 || end > json.length;
  }

  /** Whether a text holds a character by its number. */
  boolean escaped() {
    return escaped;
  }

  private void scan() {
    int next = 0;
    while (next < json.length) {
      byte b = json[next];
      if (b == '"') {
        next = string(next + 1);
      } else if (b == '-' || isDigit(b)) {
        next = number(next);
      } else {
        other(b);
        next++;
      }
    }
    end = next;
  }

  private void other(byte b) {
    switch (b) {
      case '{', '[' -> {
        if (++depth > MAX_DEPTH) {
          throw refused("json.depth", "nested deeper than the bound", MAX_DEPTH);
        }
      }
      case '}', ']' -> depth--;
      case 'N', 'I' -> throw refused("json.nan", "not a number", 0);
      case '/', '#' -> throw refused("json.comment", "comment", 0);
      case 0 -> throw refused("json.nul", "NUL character", 0);
      // XML sent as JSON: its letters must not be taken for NaN.
      case '<' -> throw refused("json.syntax", "markup", 0);
      default -> {
        // Literals, separators and space: the parser judges them.
      }
    }
  }

  /** Where the text that starts here is over, its quote included. */
  private int string(int start) {
    int at = start;
    while (at < json.length && json[at] != '"') {
      if (json[at] == 0) {
        throw refused("json.nul", "NUL character", 0);
      }
      if (json[at] == '\\') {
        escaped |= at + 1 < json.length && json[at + 1] == 'u';
        at++;
      }
      at++;
      if (at - start > MAX_STRING_BYTES) {
        throw refused("json.string-length", "text longer than the bound", MAX_STRING_BYTES);
      }
    }
    return at + 1;
  }

  private int number(int start) {
    int at = start;
    int exponent = -1;
    while (at < json.length && isNumberPart(json[at])) {
      byte b = json[at++];
      if (b == 'e' || b == 'E') {
        exponent = 0;
      } else if (exponent >= 0 && isDigit(b)) {
        exponent = Math.min(exponent * 10 + (b - '0'), MAX_EXPONENT + 1);
      }
      if (at - start > MAX_NUMBER_LENGTH) {
        throw refused("json.number-length", "number longer than the bound", MAX_NUMBER_LENGTH);
      }
    }
    if (exponent > MAX_EXPONENT) {
      throw refused("json.number-exponent", "exponent beyond the bound", MAX_EXPONENT);
    }
    return at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isNumberPart(byte b) {
    return isDigit(b) || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
  }

  private static Rejected refused(String rule, String valueClass, int limit) {
    return new Rejected(Finding.of(rule, "", valueClass, Integer.toString(limit)));
  }
}
