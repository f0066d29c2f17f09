package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Findings as they stand in the database. */
final class FindingJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private FindingJson() {}

  static String write(List<Finding> findings) {
    return findings.isEmpty() ? "[]" : JSON.writeValueAsString(findings);
  }

  /** The rules of these findings, each once. */
  static List<String> rules(String json) {
    return read(json).stream().map(Finding::rule).distinct().toList();
  }

  static List<Finding> read(String json) {
    return json == null || "[]".equals(json) ? List.of() : JSON.readValue(json, FINDINGS);
  }
}
