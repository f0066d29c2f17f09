package io.enforcement.gateway.connectors.file;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Which names we touch on a partner's side, and how our own belong together. */
public final class FileName {

  public static final String DIGEST = ".sha256";
  public static final String PART = ".part";

  private static final int LONGEST = 100;

  private FileName() {}

  /**
   * One path segment of at most 100 ASCII letters, digits, dots, underscores, hyphens and Chinese
   * characters, not hidden, not a digest and not a file under way. A listing comes from the other
   * side and may hold anything: paths, control characters, look-alikes.
   */
  public static boolean isData(String name) {
    if (name.isEmpty() || name.length() > LONGEST || name.charAt(0) == '.') {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.endsWith(PART)
        && !lower.endsWith(".tmp")
        && !lower.endsWith(DIGEST)
        && name.codePoints().allMatch(FileName::allowed);
  }

  /** Neither data nor anything a well-behaved server lists: a name that people should look at. */
  static boolean isForeign(String name) {
    boolean plain = name.codePoints().allMatch(FileName::allowed);
    return name.length() > LONGEST + DIGEST.length() || !plain;
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-'
        || (Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.HAN);
  }
}
