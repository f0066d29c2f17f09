package io.enforcement.gateway.routes.sandbox.traffic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Identifiers that check and belong to nobody. */
final class InventedCodes {

  private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CITIZEN_CHECKS = "10X98765432";
  private static final String DIVISION = "640106";
  // No division has this code: nobody can have been given such a number.
  private static final String NOWHERE = "640199";

  private InventedCodes() {}

  /**
   * A 统一社会信用代码 (GB 32100) around an organisation code (GB 11714).
   *
   * @param kind the first two characters: 91 company, 92 sole trader
   */
  static String uscc(String kind, RandomGenerator random) {
    StringBuilder organisation = new StringBuilder("MA");
    for (int i = 0; i < 6; i++) {
      organisation.append(USCC.charAt(random.nextInt(USCC.length())));
    }
    organisation.append(organisationCheck(organisation));
    String body = kind + DIVISION + organisation;
    return body + usccCheck(body);
  }

  /** A 公民身份号码 (GB 11643) of a division that does not exist. */
  static String citizenId(LocalDate birth, RandomGenerator random) {
    String body =
        NOWHERE
            + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
            + String.format("%03d", random.nextInt(1000));
    return body + citizenCheck(body);
  }

  /** The same identifier with a check character that does not fit. */
  static String broken(String code) {
    char last = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (last == '3' ? '4' : '3');
  }

  static char usccCheck(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += USCC.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return USCC.charAt((31 - sum % 31) % 31);
  }

  static char organisationCheck(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : (char) ('0' + check % 11);
  }

  /** ISO 7064 MOD 11-2. */
  static char citizenCheck(String body) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return CITIZEN_CHECKS.charAt(sum % 11);
  }
}
