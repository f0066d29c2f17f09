package io.enforcement.gateway.standards.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Check digits of the identifiers of the field. Pure; null and wrong length are simply false.
 * Nothing is normalised: lower case letters and full-width digits are wrong here, a translator
 * mends them.
 */
public final class Identifiers {

  private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] USCC_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] CITIZEN_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final Pattern CITIZEN_SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
  private static final String CITIZEN_CHECKS = "10X98765432";

  private Identifiers() {}

  /** 统一社会信用代码, GB 32100-2015: 18 characters, alphabet of 31, check character modulo 31. */
  public static boolean uscc(String code) {
    if (code == null || code.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int value = USCC_ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * USCC_WEIGHTS[i];
    }
    return USCC_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
  }

  /**
   * 组织机构代码, GB 11714-1997: eight characters and a check character modulo 11, as written or with a
   * hyphen before the check character. Positions 9 to 17 of a USCC hold it; older organisations may
   * break it, so it is worth a warning and no more.
   */
  public static boolean organisationCode(String code) {
    String plain = code == null ? "" : withoutHyphen(code);
    if (plain.length() != 9) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int value = alphanumeric(plain.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : (char) ('0' + check % 11);
    return expected == plain.charAt(8);
  }

  /**
   * 公民身份号码, GB 11643-1999: 17 digits and a check character modulo 11-2 (upper-case X); the birth
   * date exists and is not after {@code today}. Old division codes are legal and not checked.
   */
  public static boolean citizenId(String number, LocalDate today) {
    if (number == null || !CITIZEN_SHAPE.matcher(number).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
    }
    LocalDate birth = birthDate(number);
    return CITIZEN_CHECKS.charAt(sum % 11) == number.charAt(17)
        && birth != null
        && !birth.isAfter(today);
  }

  /** The birth date in a citizen's number of the right shape, or null when there is no such day. */
  public static LocalDate birthDate(String number) {
    try {
      return LocalDate.of(
          Integer.parseInt(number.substring(6, 10)),
          Integer.parseInt(number.substring(10, 12)),
          Integer.parseInt(number.substring(12, 14)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String withoutHyphen(String code) {
    return code.length() == 10 && code.charAt(8) == '-'
        ? code.substring(0, 8) + code.charAt(9)
        : code;
  }

  private static int alphanumeric(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  }
}
