package io.enforcement.gateway.standards.validation;

import java.time.DateTimeException;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 文书文号, the number of a document: body short name, act word, 〔year〕, serial, 号. Offices write the
 * same number with other brackets, widths and spaces; the normalised form is what keys compare.
 */
public final class DocumentNumber {

  private static final String OPENING = "【[(（［﹝〖";
  private static final String CLOSING = "】])）］﹞〗";
  private static final Pattern SHAPE = Pattern.compile(".+〔([0-9]{4})〕.*[0-9]+.*号");

  private DocumentNumber() {}

  /**
   * The number with 〔〕 for every bracket, ASCII for full-width letters and digits, without any
   * space, and with 号 at its end. Repeating it changes nothing. Null and blank give the empty text.
   */
  public static String normalise(String number) {
    String text = spelling(number);
    return text.isEmpty() || text.endsWith("号") ? text : text + "号";
  }

  /**
   * The same for numbers of any shape, which need not end with 号: one with a bracketed year is
   * normalised as a document number, any other keeps its end.
   */
  public static String normaliseAny(String number) {
    String text = spelling(number);
    return text.indexOf('〔') < 0 ? text : normalise(text);
  }

  private static String spelling(String number) {
    if (number == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(number.length() + 1);
    for (int i = 0; i < number.length(); i++) {
      append(text, number.charAt(i));
    }
    return text.toString();
  }

  /** The year between the brackets when the number has the usual shape. */
  public static Optional<Year> year(String number) {
    Matcher shape = SHAPE.matcher(normalise(number));
    try {
      return shape.matches() ? Optional.of(Year.parse(shape.group(1))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void append(StringBuilder text, char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B') {
      return;
    }
    if (OPENING.indexOf(c) >= 0) {
      text.append('〔');
    } else if (CLOSING.indexOf(c) >= 0) {
      text.append('〕');
    } else {
      text.append(c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c);
    }
  }
}
