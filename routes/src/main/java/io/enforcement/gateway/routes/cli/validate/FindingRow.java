package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finding as programs get it, with its texts. */
public final class FindingRow {

  private FindingRow() {}

  /** The finding in the language of these texts, in the order in which it is written. */
  public static Map<String, Object> of(Finding finding, RuleTexts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("severity", finding.severity().name());
    row.put("rule", finding.rule());
    row.put("path", finding.path());
    row.put("valueClass", finding.valueClass());
    row.put("title", texts.title(finding.rule()));
    row.put("expected", texts.expected(finding));
    row.put("fix", texts.fix(finding));
    return row;
  }
}
