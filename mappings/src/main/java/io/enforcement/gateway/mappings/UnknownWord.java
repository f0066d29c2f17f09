package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word of a partner that its code list does not have. Unlike every other finding it tells the
 * word, because people have to add it; so it tells only what can be a code, never what may be a
 * number of a person or a sentence.
 *
 * @param table the code list, without the file's ending
 * @param word the word, or {@code …} where it must not be told
 */
public record UnknownWord(String table, String word) {

  /** The rule that such findings name; its texts do not use the word. */
  static final String RULE = "mapping.code";

  private static final String CAUSE = "code ";
  private static final int LONGEST = 24;
  private static final Pattern TOO_MANY_DIGITS = Pattern.compile("\\d{7}");
  private static final String HIDDEN = "…";

  /**
   * The words that have to be added, when nothing else stands against a record than words that can
   * be; otherwise empty.
   */
  public static List<UnknownWord> allOf(List<Finding> findings) {
    List<Finding> against = findings.stream().filter(Finding::refuses).toList();
    List<UnknownWord> words =
        against.stream().flatMap(f -> of(f).stream()).filter(w -> !w.word.equals(HIDDEN)).toList();
    return words.size() == against.size() ? words : List.of();
  }

  /** What somebody's message waits for; the same words for all that wait for the same row. */
  public String cause(String partner) {
    return CAUSE + "%s of table %s unknown at partner %s".formatted(word, table, partner);
  }

  /** Whether this is a cause as {@link #cause} tells it. */
  public static boolean isCause(String cause) {
    return cause.startsWith(CAUSE);
  }

  /** What may be told of a word: itself, or {@code …} where it may be more than a code. */
  public static String shown(String word) {
    boolean code =
        word.codePointCount(0, word.length()) <= LONGEST && !TOO_MANY_DIGITS.matcher(word).find();
    return code ? word : HIDDEN;
  }

  private static Optional<UnknownWord> of(Finding finding) {
    return finding.rule().equals(RULE) && finding.arguments().size() == 2
        ? Optional.of(new UnknownWord(finding.arguments().get(0), finding.arguments().get(1)))
        : Optional.empty();
  }
}
