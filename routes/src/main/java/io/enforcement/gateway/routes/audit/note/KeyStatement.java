package io.enforcement.gateway.routes.audit.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said when a log goes on with another key: five lines, signed by both keys.
 *
 * @param number of the key that begins, from 2
 * @param from it signs what has more leaves than these; the one before, what has not
 */
public record KeyStatement(int number, long from, VerifyingKey before, VerifyingKey next) {

  private static final Pattern FORM =
      Pattern.compile(
          "([^\\n"
              + "]+)\\n"
              + "key ([1-9]\\d{0,5})\\n"
              + "(0|[1-9]\\d{0,17})\\n"
              + "([A-Za-z0-9+/=]+)\\n"
              + "([A-Za-z0-9+/=]+)\\n");

  /** Its lines, signed by both. */
  public static String sign(int number, long from, SigningKey before, SigningKey next) {
    String text =
        "%s%nkey %d%n%d%n%s%n%s%n"
            .replace("%n", "\n")
            .formatted(
                before.verifyingKey().name(),
                number,
                from,
                before.verifyingKey().line(),
                next.verifyingKey().line());
    return SignedNote.sign(text, before, next);
  }

  /**
   * Reads a statement.
   *
   * @param before the key that is known already
   * @throws BadNote when it is none of this key, or one of the two did not sign it
   */
  public static KeyStatement of(String note, VerifyingKey before) {
    Matcher lines = FORM.matcher(SignedNote.open(note, before));
    if (!lines.matches()
        || !lines.group(1).equals(before.name())
        || !lines.group(4).equals(before.line())) {
      throw new BadNote("not a statement about the next key");
    }
    try {
      VerifyingKey next = VerifyingKey.ofLine(before.name(), lines.group(5));
      SignedNote.open(note, next);
      return new KeyStatement(
          Integer.parseInt(lines.group(2)), Long.parseLong(lines.group(3)), before, next);
    } catch (IllegalArgumentException e) {
      throw new BadNote("not a statement about a key");
    }
  }
}
