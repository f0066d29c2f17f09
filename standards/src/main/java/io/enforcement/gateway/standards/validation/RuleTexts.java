package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.validation.Rule.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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

  /** What should have been there; for a rule that the catalogue has not, the rule's id. */
  public String expected(Finding finding) {
    return text(finding.rule(), Texts::expected, finding.arguments());
  }

  /** How the sender can mend it; for a rule that the catalogue has not, the rule's id. */
  public String fix(Finding finding) {
    return text(finding.rule(), Texts::fix, finding.arguments());
  }

  /** The rule in a few words; for one that the catalogue has not, its id. */
  public String title(String rule) {
    return text(rule, Texts::title, List.of());
  }

  // Findings of an earlier version are shown too, and their rule may be gone.
  private String text(String id, Function<Texts, String> which, List<String> arguments) {
    Rule rule = RuleCatalogue.rules().get(id);
    if (rule == null) {
      return id;
    }
    String text = which.apply(chinese ? rule.zh() : rule.en());
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }
}
