package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Causes of failures in Chinese. A cause is written by the part that failed, in English, because
 * groups, trails and programs compare it; what a rule is called comes from the catalogue of rules,
 * phrases from {@code causes.csv}. What is in neither, as a status or the class of a failure, stays
 * as it is. Pure; any thread.
 */
final class Causes {

  private static final Map<String, String> PHRASES = phrases();

  private Causes() {}

  static String chinese(String cause) {
    if (RuleCatalogue.rules().containsKey(cause)) {
      return RuleTexts.of(Locale.SIMPLIFIED_CHINESE).title(cause);
    }
    String text = cause;
    for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
      text = text.replace(phrase.getKey(), phrase.getValue());
    }
    return text;
  }

  /** The longest first: one may be part of another. */
  private static Map<String, String> phrases() {
    Map<String, String> phrases = new LinkedHashMap<>();
    CsvTable.rows(Causes.class.getResourceAsStream("causes.csv"), "english", "chinese").stream()
        .sorted(Comparator.comparingInt(row -> -row.get(0).length()))
        .forEach(row -> phrases.put(row.get(0), row.get(1)));
    return phrases;
  }
}
