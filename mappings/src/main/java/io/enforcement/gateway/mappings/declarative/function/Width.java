package io.enforcement.gateway.mappings.declarative.function;

import java.util.regex.Pattern;

/** Characters of Chinese typesetting and of machines. Pure; null stays null. */
public final class Width {

  private static final int DISTANCE = 0xFEE0;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
  private static final Pattern BESIDE_CHINESE =
      Pattern.compile("(?<=[^\\x00-\\x7F])\\s+|\\s+(?=[^\\x00-\\x7F])");

  private Width() {}

  /** ASCII for full-width letters, digits and signs, a blank for every kind of space. */
  public static String half(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '！' && c <= '～') {
        half.append((char) (c - DISTANCE));
      } else if (c != 0x200B && c != 0xFEFF) {
        half.append(Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return half.toString();
  }

  /** One blank for any run of spaces and line ends, none around the text. */
  public static String oneLine(String text) {
    return text == null ? null : SPACES.matcher(text).replaceAll(" ").strip();
  }

  /**
   * An organisation's name as registers write it: no space within, brackets of full width, and the
   * middle dot of foreign names.
   */
  public static String name(String name) {
    return name == null
        ? null
        : BESIDE_CHINESE
            .matcher(half(name))
            .replaceAll("")
            .replace('(', '（')
            .replace(')', '）')
            .replace('•', '·')
            .replace('・', '·')
            .replace('‧', '·')
            .replace('∙', '·')
            .strip();
  }
}
