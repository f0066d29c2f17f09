package io.enforcement.gateway.standards.format;

import java.util.regex.Pattern;

/** Which characters XML 1.0 can carry (section 2.2); pairs beyond the BMP are whole or nothing. */
public final class XmlCharacters {

  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern BEYOND_BMP = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private XmlCharacters() {}

  /** The text itself when it is sound, else a copy with U+FFFD in place of what XML forbids. */
  static String replaceForbidden(String text) {
    StringBuilder copy = null;
    int step;
    for (int i = 0; i < text.length(); i += step) {
      int point = text.codePointAt(i);
      step = Character.charCount(point);
      if (!allowed(point)) {
        copy = copy == null ? new StringBuilder(text) : copy;
        copy.setCharAt(i, REPLACEMENT);
      }
    }
    return copy == null ? text : copy.toString();
  }

  /**
   * The text with one BMP ideograph in place of each pair. The JDK's validator counts halves, the
   * schema counts characters: a name of 50 rare characters must not be found too long.
   */
  public static String onePerCharacter(String text) {
    return text.codePointCount(0, text.length()) == text.length()
        ? text
        : BEYOND_BMP.matcher(text).replaceAll("\u4E00");
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
