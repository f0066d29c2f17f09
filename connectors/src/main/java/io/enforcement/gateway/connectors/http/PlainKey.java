package io.enforcement.gateway.connectors.http;

/**
 * What the key of a delivery may look like on the wire: it enters paths, headers and elements,
 * where only plain characters mean the same everywhere.
 */
public final class PlainKey {

  private static final int LONGEST = 100;

  private PlainKey() {}

  /**
   * The same key.
   *
   * @throws IllegalArgumentException when it is not plain: that is our own mistake
   */
  public static String checked(String key) {
    boolean plain = !key.isEmpty() && key.length() <= LONGEST && key.charAt(0) != '.';
    for (int i = 0; plain && i < key.length(); i++) {
      char c = key.charAt(i);
      plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == ':'
              || c == '-';
    }
    if (!plain) {
      throw new IllegalArgumentException("a delivery key is 1 to 100 of [A-Za-z0-9._:-]");
    }
    return key;
  }
}
