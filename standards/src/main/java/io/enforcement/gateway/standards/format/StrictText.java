package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.function.Supplier;

/** Bytes to text without mending: what the charset cannot say is refused, never replaced. */
public final class StrictText {

  private static final char REPLACEMENT = '\uFFFD';

  private StrictText() {}

  /**
   * The text of these bytes.
   *
   * @throws Rejected {@code text.charset} when a byte sequence is malformed in this charset, {@code
   *     text.nul} when the text holds a NUL
   */
  public static String decode(byte[] text, Charset charset) {
    String decoded = decode(text, charset, "text.charset");
    if (decoded.indexOf('\0') >= 0) {
      throw new Rejected(Finding.of("text.nul", "", "NUL character"));
    }
    return decoded;
  }

  /**
   * Looks for what no charset can carry, in a text that came by escapes or was put together.
   *
   * @param path where it stands; asked for when something is found
   * @throws Rejected {@code json.nul}, {@code json.surrogate} for half of a surrogate pair
   */
  public static void check(String text, Supplier<String> path) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new Rejected(Finding.of("json.nul", path.get(), "NUL character"));
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c) || !lowFollows(text, i)) {
          throw new Rejected(Finding.of("json.surrogate", path.get(), "half of a surrogate pair"));
        }
        i++;
      }
    }
  }

  private static boolean lowFollows(String text, int i) {
    return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
  }

  static String decode(byte[] text, Charset charset, String rule) {
    String decoded = new String(text, charset);
    // A malformed sequence always shows as the replacement character, so text without one is sound;
    // only the rare text with one pays for the decoder that tells the two apart.
    if (decoded.indexOf(REPLACEMENT) < 0) {
      return decoded;
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(text))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Rejected(Finding.of(rule, "", "malformed bytes", charset.name()));
    }
  }
}
