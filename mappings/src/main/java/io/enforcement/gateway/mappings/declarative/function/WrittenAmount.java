package io.enforcement.gateway.mappings.declarative.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money as departments write it: {@code 26500}, {@code 26,500.00}, {@code ￥26500元},
 * {@code 2.65万元}, {@code 贰万陆仟伍佰元整}. Exact; nothing is rounded. Pure.
 */
public final class WrittenAmount {

  private static final int MAX_LENGTH = 60;
  private static final Map<String, Integer> POWERS =
      Map.of("分", -2, "角", -1, "元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8);
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?:[¥￥]|RMB|人民币)? ?((?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,16})(?:\\.[0-9]{1,8})?)"
              + " ?(分|角|元|千元|万元|百万元|亿元|万|亿)?整?");

  private WrittenAmount() {}

  /** Units that an amount may be told in. */
  public static Set<String> units() {
    return POWERS.keySet();
  }

  /**
   * Yuan with two decimals, if the text is an amount and not finer than a fen.
   *
   * @param unit what a bare number counts; a unit in the text goes before it
   */
  public static Optional<BigDecimal> yuan(String text, String unit) {
    String plain = Width.half(text).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher digits = DIGITS.matcher(plain);
    if (!digits.matches()) {
      return ChineseNumber.amount(plain.replace("人民币", "")).flatMap(WrittenAmount::toFen);
    }
    String own = digits.group(2) == null ? unit : digits.group(2);
    int power = POWERS.get(own.equals("万") || own.equals("亿") ? own + "元" : own);
    return toFen(new BigDecimal(digits.group(1).replace(",", "")).scaleByPowerOfTen(power));
  }

  /** The same amount counted in another unit, without needless zeros: 2000.00 yuan are 0.2 万元. */
  public static BigDecimal in(BigDecimal yuan, String unit) {
    BigDecimal amount = yuan.scaleByPowerOfTen(-POWERS.get(unit)).stripTrailingZeros();
    return amount.scale() < 0 ? amount.setScale(0) : amount;
  }

  private static Optional<BigDecimal> toFen(BigDecimal yuan) {
    BigDecimal fen = yuan.setScale(2, RoundingMode.DOWN);
    return fen.compareTo(yuan) == 0 ? Optional.of(fen) : Optional.empty();
  }
}
