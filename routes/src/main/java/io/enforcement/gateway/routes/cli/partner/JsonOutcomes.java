package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.GoldenText;
import io.enforcement.gateway.routes.cli.validate.FindingRow;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** For programs: one object a line for each record of the file, with all that was found. */
final class JsonOutcomes extends Outcomes {

  private static final JsonMapper TREES = JsonMapper.builder().build();

  private final PrintWriter out;
  private final RuleTexts texts;

  JsonOutcomes(PrintWriter out, Locale locale) {
    this.out = out;
    this.texts = RuleTexts.of(locale);
  }

  @Override
  void tellRead(int position, StandardRecord record, List<Finding> findings) {
    tell(
        position,
        findings,
        Map.of(
            "recordType",
            record.getClass().getSimpleName(),
            "record",
            TREES.readTree(StandardJson.write(record))));
  }

  @Override
  void tellWritten(int position, byte[] document) {
    tell(position, List.of(), Map.of("document", GoldenText.of(document)));
  }

  @Override
  void tellRefused(int position, List<Finding> findings) {
    tell(position, findings, Map.of());
  }

  @Override
  void end() {
    out.flush();
  }

  private void tell(int position, List<Finding> findings, Map<String, Object> result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("position", position);
    row.putAll(result);
    row.put("findings", findings.stream().map(f -> FindingRow.of(f, texts)).toList());
    out.println(Json.line(row));
  }
}
