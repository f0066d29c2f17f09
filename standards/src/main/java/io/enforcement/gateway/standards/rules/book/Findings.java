package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one record, and knows how limits are counted there. */
public final class Findings {

  private final List<Finding> all = new ArrayList<>();
  private final Deadlines deadlines;

  /**
   * @param deadlines how limits are counted at the place of the act
   */
  public Findings(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** How limits are counted at the place of the act. */
  public Deadlines deadlines() {
    return deadlines;
  }

  /**
   * Adds a finding of this rule, as severe as the catalogue says.
   *
   * @param path a text or a {@link Trail} within the record
   */
  public void add(String rule, Object path, String valueClass, String... arguments) {
    all.add(Finding.of(rule, path.toString(), valueClass, arguments));
  }

  /** Everything found so far, in the order in which it was found. */
  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** Refuses a code that its table has not; warns of one that was not in force on that day. */
  public void code(String table, String code, LocalDate day, Object path) {
    CodeTable codes = CodeTable.of(table);
    if (!codes.contains(code)) {
      add("code.unknown", path, "not in the table", table);
    } else if (day != null && codes.find(code).filter(c -> c.validOn(day)).isEmpty()) {
      add("code.not-in-force", path, "in the table, not on that day", table);
    }
  }
}
