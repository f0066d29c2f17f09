package io.enforcement.gateway.routes.audit.note;

import java.time.YearMonth;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of an archive file: five lines, signed as a note.
 *
 * @param origin which log
 * @param month the last month of which all events are in it
 * @param from its first position
 * @param to the first position after it; a checkpoint of so many leaves was signed
 * @param digest of the file, with the algorithm of the log
 * @param previous digest of the archive file before it; null for the first
 */
public record ArchiveNote(
    String origin, YearMonth month, long from, long to, byte[] digest, byte[] previous) {

  private static final String NUMBER = "(0|[1-9]\\d{0,17})";
  private static final String DIGEST = "[A-Za-z0-9+/]{43}=";
  private static final String NONE = "-";
  private static final Pattern FORM =
      Pattern.compile(
          "([^\\n]+)\\narchive (\\d{4}-\\d{2})\\n"
              + NUMBER
              + " "
              + NUMBER
              + "\\n("
              + DIGEST
              + ")\\n("
              + DIGEST
              + "|-)\\n");

  /** Its lines, as they are signed. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s%narchive %s%n%d %d%n%s%n%s%n"
        .replace("%n", "\n")
        .formatted(
            origin,
            month,
            from,
            to,
            base64.encodeToString(digest),
            previous == null ? NONE : base64.encodeToString(previous));
  }

  /**
   * Reads the lines.
   *
   * @throws BadNote when they are not those of an archive
   */
  public static ArchiveNote of(String text) {
    Matcher lines = FORM.matcher(text);
    if (!lines.matches()) {
      throw new BadNote("not the five lines of an archive");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new ArchiveNote(
        lines.group(1),
        YearMonth.parse(lines.group(2)),
        Long.parseLong(lines.group(3)),
        Long.parseLong(lines.group(4)),
        base64.decode(lines.group(5)),
        lines.group(6).equals(NONE) ? null : base64.decode(lines.group(6)));
  }
}
