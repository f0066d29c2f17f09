package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.declarative.language.MappingProblem;
import io.enforcement.gateway.routes.pack.check.PackProblem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What has been found in one pack so far, said in one language. Bounded: whoever needs more than a
 * thousand lines to know that a pack is wrong does not read them. For one thread.
 */
final class Problems {

  private static final int MOST = 1_000;
  private static final int LONGEST_ARGUMENT = 300;
  private static final String BUNDLE = "io.enforcement.gateway.routes.pack.check.problems";

  private final Locale language;
  private final ResourceBundle texts;
  private final List<PackProblem> found = new ArrayList<>();

  /** Chinese for a Chinese locale, English for every other. */
  Problems(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    language = chinese ? Locale.CHINESE : Locale.ENGLISH;
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param kind key of the texts: {@code <kind>} says what, {@code <kind>.fix} what to do
   * @param arguments for {@code {0}} and so on; may come from the pack
   */
  void error(String file, int line, String kind, Object... arguments) {
    add(Severity.ERROR, file, line, kind, arguments);
  }

  /** The same for what does not keep a pack from being installed. */
  void warning(String file, int line, String kind, Object... arguments) {
    add(Severity.WARNING, file, line, kind, arguments);
  }

  /**
   * A word that is not known: what to do is to write the known one that is nearest, or any of them.
   *
   * @param word the word that was found
   * @param arguments for the text that says what
   */
  void unknown(
      String file,
      int line,
      String kind,
      String word,
      Collection<String> known,
      Object... arguments) {
    String fix =
        Spelling.nearest(word, known)
            .map(near -> text("near", near))
            .orElseGet(() -> text("known", String.join(", ", known)));
    say(Severity.ERROR, file, line, shown(text(kind, arguments)), shown(fix));
  }

  /** What is wrong with a mapping file: it has words of its own. */
  void mapping(MappingProblem problem) {
    say(
        Severity.ERROR,
        problem.file(),
        problem.line(),
        shown(problem.fault().what(language)),
        shown(problem.fault().fix(language)));
  }

  boolean anyError() {
    return found.stream().anyMatch(PackProblem::isError);
  }

  /** All of them, by file and line. */
  List<PackProblem> all() {
    List<PackProblem> all = new ArrayList<>(found.stream().distinct().sorted().toList());
    if (found.size() == MOST) {
      all.add(new PackProblem(Severity.ERROR, "…", 0, text("more", MOST), text("more.fix")));
    }
    return List.copyOf(all);
  }

  /** The same for what was found by somebody else, of the file as a whole. */
  void say(Severity severity, String file, String kind, Object... arguments) {
    add(severity, file, 0, kind, arguments);
  }

  private void add(Severity severity, String file, int line, String kind, Object... arguments) {
    say(severity, file, line, text(kind, arguments), text(kind + ".fix", arguments));
  }

  private void say(Severity severity, String file, int line, String what, String fix) {
    if (found.size() < MOST) {
      found.add(new PackProblem(severity, file, line, what, fix));
    }
  }

  private String text(String key, Object... arguments) {
    String text = texts.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", shown(String.valueOf(arguments[i])));
    }
    return text;
  }

  /** What a pack says about itself must not move the cursor of who reads it. */
  private static String shown(String text) {
    String plain =
        text.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(LONGEST_ARGUMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() < text.length() ? plain + "…" : plain;
  }
}
