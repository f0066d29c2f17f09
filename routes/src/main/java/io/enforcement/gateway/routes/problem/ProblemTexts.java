package io.enforcement.gateway.routes.problem;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words of refusals in one language: titles and details of codes from our bundle, expectations
 * and remedies from the catalogue of rules ({@code rules/*.csv}; the door's own rules are in {@code
 * rules/security.csv}). Immutable.
 */
public final class ProblemTexts {

  private static final String BUNDLE = "io.enforcement.gateway.routes.problem.problems";
  private static final Map<Language, ProblemTexts> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new ProblemTexts(language));
    }
  }

  private final ResourceBundle words;
  private final RuleTexts rules;

  private ProblemTexts(Language language) {
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    ResourceBundle.Control exactly =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.words = ResourceBundle.getBundle(BUNDLE, language.locale(), exactly);
    this.rules = RuleTexts.of(language.locale());
  }

  public static ProblemTexts of(Language language) {
    return ALL.get(language);
  }

  /** What a code means, in a few words. */
  public String title(ProblemCode code) {
    return words.getString(code.code() + ".title");
  }

  /** The same in whole sentences, with what the caller can do. */
  public String detail(ProblemCode code) {
    return words.getString(code.code() + ".detail");
  }

  /** What the finding's rule wants. */
  public String expected(Finding finding) {
    return rules.expected(finding);
  }

  /** What the sender can do about the finding. */
  public String fix(Finding finding) {
    return rules.fix(finding);
  }
}
