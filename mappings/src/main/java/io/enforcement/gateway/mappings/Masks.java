package io.enforcement.gateway.mappings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays of a person's data when others may read it: enough to tell cases apart, too little to
 * find the person. By characters, not code units. Pure; null stays null.
 */
public final class Masks {

  /** What stands for something that is hidden whole. */
  public static final String HIDDEN = "***";

  private static final PartnerCodes COMPOUND = PartnerCodes.beside(Masks.class, "compound-surname");
  // Identity, telephone and account numbers. Amounts are shorter, and a credit code has letters;
  // the rare one without is hidden too, which is the safe way to be wrong.
  private static final Pattern DIGIT_RUN =
      Pattern.compile("(?<![0-9A-Z])[0-9]{11,30}[Xx]?(?![0-9A-Z])");
  // Also of an organisation, also in groups, also when it is short; for that it must be named.
  private static final Pattern ACCOUNT =
      Pattern.compile("([账帐][号户]|卡号)([^0-9]{0,6})[0-9](?:[ -]?[0-9]){5,29}");
  private static final Pattern DISTRICT = Pattern.compile("^.{1,20}?[县区旗](?=.)|^.{1,20}?市(?=.)");

  private Masks() {}

  /** Family name and 某 for one further character, 某某 for more. */
  public static String name(String name) {
    if (name == null) {
      return null;
    }
    int[] characters = name.strip().codePoints().toArray();
    if (characters.length < 2) {
      return "某";
    }
    String two = new String(characters, 0, 2);
    int family = characters.length > 2 && COMPOUND.to(two).isPresent() ? 2 : 1;
    String hidden = characters.length - family > 1 ? "某某" : "某";
    return new String(characters, 0, family) + hidden;
  }

  /** Of a citizen's number the first six and the last four; of a shorter number the last two. */
  public static String identity(String number) {
    return number == null || number.length() >= 15 ? ends(number, 6, 4) : ends(number, 0, 2);
  }

  /** Of a telephone number the first three and the last four. */
  public static String phone(String number) {
    return number == null || number.length() >= 11 ? ends(number, 3, 4) : ends(number, 0, 2);
  }

  /** Of an address what lies above the street: up to the county or, without one, the city. */
  public static String address(String address) {
    if (address == null) {
      return null;
    }
    Matcher district = DISTRICT.matcher(address.strip());
    return (district.find() ? district.group() : "") + HIDDEN;
  }

  /** Free text without accounts. */
  public static String accounts(String text) {
    return text == null ? null : ACCOUNT.matcher(text).replaceAll("$1$2" + HIDDEN);
  }

  /** Free text without long runs of digits: numbers of people, telephones and accounts. */
  public static String digits(String text) {
    return text == null ? null : DIGIT_RUN.matcher(text).replaceAll(HIDDEN);
  }

  private static String ends(String number, int first, int last) {
    if (number == null) {
      return null;
    }
    if (number.length() <= first + last) {
      return HIDDEN;
    }
    return number.substring(0, first)
        + "*".repeat(number.length() - first - last)
        + number.substring(number.length() - last);
  }
}
