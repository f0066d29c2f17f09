package io.enforcement.gateway.routes.problem;

import io.enforcement.gateway.standards.validation.Finding;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words of refusals in one language: titles and details of codes, and the rules of the door
 * (authentication, size, people).
 */
final class ProblemTexts {

  private static final String BUNDLE = "io.enforcement.gateway.routes.problem.problems";
  private static final Map<Language, ProblemTexts> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new ProblemTexts(language));
    }
  }

  private final ResourceBundle words;

  private ProblemTexts(Language language) {
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    ResourceBundle.Control exactly =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.words = ResourceBundle.getBundle(BUNDLE, language.locale(), exactly);
  }

  static ProblemTexts of(Language language) {
    return ALL.get(language);
  }

  String title(ProblemCode code) {
    return words.getString(code.code() + ".title");
  }

  String detail(ProblemCode code) {
    return words.getString(code.code() + ".detail");
  }

  String expected(Finding finding) {
    return ofRule(finding, "expected");
  }

  String fix(Finding finding) {
    return ofRule(finding, "fix");
  }

  private String ofRule(Finding finding, String part) {
    String key = finding.rule() + '.' + part;
    if (!words.containsKey(key)) {
      return null;
    }
    return MessageFormat.format(words.getString(key), finding.arguments().toArray());
  }
}
