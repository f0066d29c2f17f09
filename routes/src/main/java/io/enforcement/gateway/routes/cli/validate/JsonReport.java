package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** For programs: one line of JSON per finding, and a last one with the sums. */
final class JsonReport implements Report {

  private final JsonMapper json = JsonMapper.builder().build();
  private final PrintWriter out;
  private final RuleTexts texts;

  JsonReport(PrintWriter out, Locale locale) {
    this.out = out;
    this.texts = RuleTexts.of(locale);
  }

  @Override
  public void tell(Checked checked) {
    checked
        .findings()
        .forEach(finding -> out.println(json.writeValueAsString(row(checked, finding))));
  }

  private Map<String, Object> row(Checked checked, Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", checked.file());
    row.put("line", checked.line());
    row.put("number", checked.number());
    row.put("record", checked.record());
    row.putAll(FindingRow.of(finding, texts));
    return row;
  }

  @Override
  public void end(Tally tally) {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("records", tally.records());
    sums.put("refused", tally.refused());
    sums.put("warned", tally.warned());
    out.println(json.writeValueAsString(sums));
    out.flush();
  }
}
