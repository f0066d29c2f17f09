package io.enforcement.gateway.mappings.declarative.function;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in Chinese characters, of everyday and of cheques (贰万陆仟伍佰元整). Pure. */
final class ChineseNumber {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Map<Character, Integer> POWERS = Map.of('十', 10, '百', 100, '千', 1000);
  private static final String CHEQUE = "〇壹贰叁肆伍陆柒捌玖拾佰仟圆两弍叄";
  private static final String EVERYDAY = "零一二三四五六七八九十百千元二二三";
  private static final String SECTION = "[零一二三四五六七八九十百千]+";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?:"
              + SECTION
              + "亿)?(?:"
              + SECTION
              + "万)?(?:"
              + SECTION
              + ")?元)?[整正]?"
              + "(?:零?[一二三四五六七八九零]角)?(?:零?[一二三四五六七八九零]分)?[整正]?");

  private static final Pattern SAID = Pattern.compile("[零一二三四五六七八九十百千].*[元角分]");

  private ChineseNumber() {}

  /** An amount of money in yuan. */
  static Optional<BigDecimal> amount(String text) {
    String plain = everyday(text);
    if (!AMOUNT.matcher(plain).matches() || !SAID.matcher(plain).find()) {
      return Optional.empty();
    }
    int yuan = plain.indexOf('元');
    String fraction = plain.substring(yuan + 1);
    long fen = digitBefore(fraction, '角') * 10L + digitBefore(fraction, '分');
    long whole = yuan < 0 ? 0 : whole(plain.substring(0, yuan));
    return Optional.of(BigDecimal.valueOf(whole).add(BigDecimal.valueOf(fen, 2)));
  }

  /** A number below a hundred, as in a date; 0 when it is none. */
  static int small(String text) {
    long number = text.matches("[一二三四五六七八九十]{1,3}") ? section(text) : 0;
    return number < 100 ? (int) number : 0;
  }

  private static long whole(String text) {
    int yi = text.indexOf('亿');
    int wan = text.indexOf('万');
    long result = yi < 0 ? 0 : section(text.substring(0, yi)) * 100_000_000L;
    result += wan < 0 ? 0 : section(text.substring(yi + 1, wan)) * 10_000L;
    return result + section(text.substring(Math.max(yi, wan) + 1));
  }

  private static long section(String text) {
    long sum = 0;
    int digit = 0;
    for (char c : text.toCharArray()) {
      Integer power = POWERS.get(c);
      if (power == null) {
        digit = DIGITS.indexOf(c);
      } else {
        sum += (digit == 0 ? 1 : digit) * (long) power;
        digit = 0;
      }
    }
    return sum + digit;
  }

  private static int digitBefore(String text, char unit) {
    int at = text.indexOf(unit);
    return at <= 0 ? 0 : DIGITS.indexOf(text.charAt(at - 1));
  }

  private static String everyday(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = CHEQUE.indexOf(c);
      plain.append(at < 0 ? c : EVERYDAY.charAt(at));
    }
    return plain.toString();
  }
}
