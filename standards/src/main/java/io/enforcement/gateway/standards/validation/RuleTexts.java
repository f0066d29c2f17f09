package io.enforcement.gateway.standards.validation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a rule says to people, in Chinese or English: its title, what was expected, how to mend it.
 * The texts are the catalogue {@code rules/*.csv} of every module on the class path. Immutable; any
 * thread.
 */
public final class RuleTexts {

  private static final RuleTexts ZH = new RuleTexts(true);
  private static final RuleTexts EN = new RuleTexts(false);

  private final boolean chinese;

  private RuleTexts(boolean chinese) {
    this.chinese = chinese;
  }

  /** Chinese for a Chinese locale, English for every other. */
  public static RuleTexts of(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? ZH : EN;
  }

  /** All rules that have texts. */
  public static Set<String> rules() {
    return RuleCatalogue.TEXTS.keySet();
  }

  /** What should have been there; for a rule without texts, the rule's id. */
  public String expected(Finding finding) {
    return text(finding.rule(), chinese ? 1 : 4, finding.arguments());
  }

  /** How the sender can mend it; for a rule without texts, the rule's id. */
  public String fix(Finding finding) {
    return text(finding.rule(), chinese ? 2 : 5, finding.arguments());
  }

  /** The rule in a few words; for a rule without texts, its id. */
  public String title(String rule) {
    return text(rule, chinese ? 0 : 3, List.of());
  }

  private static String text(String rule, int column, List<String> arguments) {
    List<String> texts = RuleCatalogue.TEXTS.get(rule);
    if (texts == null) {
      return rule;
    }
    String text = texts.get(column);
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }
}
