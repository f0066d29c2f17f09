package io.enforcement.gateway.routes.audit.note;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said when a new log is opened in place of one that forked: six lines, signed under both
 * names.
 *
 * @param origin of the new log
 * @param leaves that it found in the database
 * @param head the last checkpoint of the log before it
 * @param openedBy who proposed it
 * @param approvedBy who approved it, somebody else
 * @param reason one line
 */
public record LogStatement(
    String origin,
    long leaves,
    Checkpoint head,
    String openedBy,
    String approvedBy,
    String reason) {

  private static final Pattern FORM =
      Pattern.compile(
          "([^\\n"
              + "]+)\\n"
              + "log of (0|[1-9]\\d{0,17})\\n"
              + "([^\\n"
              + "]+)\\n"
              + "(0|[1-9]\\d{0,17}) ([A-Za-z0-9+/]{43}=)\\n"
              + "(\\S+) (\\S+)\\n"
              + "([^\\n"
              + "]+)\\n");

  /** Its lines, as they are signed. */
  public String text() {
    return "%s%nlog of %d%n%s%n%d %s%n%s %s%n%s%n"
        .replace("%n", "\n")
        .formatted(
            origin,
            leaves,
            head.origin(),
            head.size(),
            Base64.getEncoder().encodeToString(head.root()),
            openedBy,
            approvedBy,
            reason);
  }

  /**
   * Reads the lines.
   *
   * @throws BadNote when they are not those of a statement about a log
   */
  public static LogStatement of(String text) {
    Matcher lines = FORM.matcher(text);
    if (!lines.matches()) {
      throw new BadNote("not the six lines about a new log");
    }
    return new LogStatement(
        lines.group(1),
        Long.parseLong(lines.group(2)),
        new Checkpoint(
            lines.group(3),
            Long.parseLong(lines.group(4)),
            Base64.getDecoder().decode(lines.group(5))),
        lines.group(6),
        lines.group(7),
        lines.group(8));
  }
}
