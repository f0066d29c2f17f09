package io.enforcement.gateway.mappings.declarative.function;

import java.util.stream.Collectors;

/** Characters of Chinese typesetting and of machines. Pure; null stays null. */
public final class Width {

  private static final int DISTANCE = 0xFEE0;

  private Width() {}

  /** ASCII for full-width letters, digits and signs, a blank for every kind of space. */
  public static String half(String text) {
    return text == null
        ? null
        : text.codePoints()
            .map(c -> c >= '！' && c <= '～' ? c - DISTANCE : Character.isSpaceChar(c) ? ' ' : c)
            .filter(c -> c != 0x200B && c != 0xFEFF)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  /** One blank for any run of spaces and line ends, none around the text. */
  public static String oneLine(String text) {
    return text == null ? null : text.replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", " ").strip();
  }

  /**
   * An organisation's name as registers write it: no space within, brackets of full width, and the
   * middle dot of foreign names.
   */
  public static String name(String name) {
    return name == null
        ? null
        : half(name)
            .replaceAll("(?<=[^\\x00-\\x7F])\\s+|\\s+(?=[^\\x00-\\x7F])", "")
            .replace('(', '（')
            .replace(')', '）')
            .replaceAll("[•・‧∙]", "·")
            .strip();
  }
}
