package io.enforcement.gateway.mappings.declarative.function;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A decimal number as departments write it: {@code 12.50}, {@code 1,250.5}, {@code １２．５}. Exact;
 * nothing is rounded, an exponent is none. Pure.
 */
public final class WrittenNumber {

  /**
   * Fourteen digits before the point, and four after it, are what the standard's quantities hold.
   */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,14})(?:\\.[0-9]{1,10})?");

  private WrittenNumber() {}

  /**
   * The number without needless zeros, if the text is one.
   *
   * @param places decimals that it may have; a finer one is none
   */
  public static Optional<BigDecimal> of(String text, int places) {
    String plain = text == null ? "" : Width.half(text).strip();
    if (!NUMBER.matcher(plain).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(plain.replace(",", "")).stripTrailingZeros();
    return Optional.of(number).filter(n -> n.scale() <= places);
  }
}
