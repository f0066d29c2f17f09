package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.format.ResourceFolder;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.validation.Rule.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rules, from {@code rules/*.csv} in every folder and jar of the class path, so that a module
 * brings its own rules without a list to edit. Immutable; any thread.
 */
public final class RuleCatalogue {

  private static final String FOLDER = "rules";

  /** The columns of the catalogue, wherever it is written. */
  public static final List<String> COLUMNS =
      List.of(
          "rule",
          "severity",
          "records",
          "title_zh",
          "expected_zh",
          "fix_zh",
          "title_en",
          "expected_en",
          "fix_en",
          "source");

  private static final Map<String, Severity> SEVERITIES =
      Map.of("refuse", Severity.REFUSE, "warn", Severity.WARNING, "info", Severity.INFO);
  private static final Map<String, Rule> RULES = load(RuleCatalogue.class.getClassLoader());

  private RuleCatalogue() {}

  /** All rules by id, in alphabetical order. */
  public static Map<String, Rule> rules() {
    return RULES;
  }

  static Map<String, Rule> load(ClassLoader loader) {
    Map<String, Rule> rules = new TreeMap<>();
    try {
      for (String name : ResourceFolder.names(loader, FOLDER)) {
        if (!name.matches(FOLDER + "/[a-z0-9-]+\\.csv")) {
          continue;
        }
        for (URL csv : Collections.list(loader.getResources(name))) {
          try (InputStream in = csv.openStream()) {
            CsvTable.rows(in, COLUMNS.toArray(String[]::new)).forEach(row -> add(rules, row));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(rules);
  }

  private static void add(Map<String, Rule> rules, List<String> row) {
    String id = row.get(0);
    Severity severity = SEVERITIES.get(row.get(1));
    if (severity == null) {
      throw new IllegalStateException("rule " + id + " has no severity refuse, warn or info");
    }
    List<String> records = row.get(2).isEmpty() ? List.of() : List.of(row.get(2).split(" "));
    Rule rule = new Rule(id, severity, records, texts(row, 3), texts(row, 6), row.get(9));
    if (rules.put(id, rule) != null) {
      throw new IllegalStateException("rule " + id + " is in the catalogue twice");
    }
  }

  private static Texts texts(List<String> row, int from) {
    return new Texts(row.get(from), row.get(from + 1), row.get(from + 2));
  }
}
