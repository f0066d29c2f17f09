package io.enforcement.gateway.routes.audit.note;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a tree: three lines, signed as a note.
 *
 * @param origin which log
 * @param size how many leaves
 * @param root hash of all of them
 */
public record Checkpoint(String origin, long size, byte[] root) {

  private static final Pattern FORM =
      Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

  /** Its lines, as they are signed. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /**
   * Reads the lines.
   *
   * @throws BadNote when they are not those of a checkpoint
   */
  public static Checkpoint of(String text) {
    Matcher lines = FORM.matcher(text);
    if (!lines.matches()) {
      throw new BadNote("not the three lines of a checkpoint");
    }
    return new Checkpoint(
        lines.group(1), Long.parseLong(lines.group(2)), Base64.getDecoder().decode(lines.group(3)));
  }
}
