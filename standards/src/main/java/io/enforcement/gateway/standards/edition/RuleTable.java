package io.enforcement.gateway.standards.edition;

import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.util.Map;
import java.util.stream.Collectors;

/** The rule catalogue as one table, a row per rule. */
final class RuleTable {

  private RuleTable() {}

  static String csv() {
    String header = Csv.BOM + Csv.line(RuleCatalogue.COLUMNS.toArray(String[]::new));
    return RuleCatalogue.rules().values().stream()
        .map(RuleTable::row)
        .collect(Collectors.joining("", header, ""));
  }

  private static String row(Rule rule) {
    return Csv.line(
        rule.id(),
        severity(rule),
        String.join(" ", rule.records()),
        rule.zh().title(),
        rule.zh().expected(),
        rule.zh().fix(),
        rule.en().title(),
        rule.en().expected(),
        rule.en().fix(),
        rule.source());
  }

  /** As the catalogue writes it. */
  static String severity(Rule rule) {
    return Map.of("REFUSE", "refuse", "WARNING", "warn", "INFO", "info")
        .get(rule.severity().name());
  }
}
