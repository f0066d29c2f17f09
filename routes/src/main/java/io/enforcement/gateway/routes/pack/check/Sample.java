package io.enforcement.gateway.routes.pack.check;

/**
 * One golden case of a pack.
 *
 * @param in file that is translated, {@code samples/…/<case>.in.<ext>}
 */
public record Sample(String in) {

  static final String IN = ".in.";

  /** The file that says what must come of it, if it ends like this. */
  String outcome(String ending) {
    return in.substring(0, in.lastIndexOf(IN) + 1) + ending;
  }

  /** The file's name without its folders, as the partner would have named its file. */
  public String shortName() {
    return in.substring(in.lastIndexOf('/') + 1);
  }
}
