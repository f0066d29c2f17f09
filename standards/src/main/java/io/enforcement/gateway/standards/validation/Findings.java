package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.codes.CodeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find; holds the few questions that several rules ask. */
final class Findings {

  private final List<Finding> all = new ArrayList<>();

  void refuse(String rule, String path, String valueClass, String... arguments) {
    all.add(Finding.refuse(rule, path, valueClass, arguments));
  }

  void warn(String rule, String path, String valueClass, String... arguments) {
    all.add(Finding.warn(rule, path, valueClass, arguments));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /** Refuses a code that its table has not; warns of one that was not in force on that day. */
  void code(String table, String code, LocalDate day, String path) {
    if (code == null) {
      return;
    }
    CodeTable codes = CodeTable.of(table);
    if (!codes.contains(code)) {
      refuse("code.unknown", path, "not in the table", table);
    } else if (day != null && codes.find(code).filter(c -> c.validOn(day)).isEmpty()) {
      warn("code.not-in-force", path, "in the table, not on that day", table);
    }
  }

  void notFuture(LocalDate date, LocalDate today, String path) {
    if (date != null && date.isAfter(today)) {
      refuse("date.future", path, "a day to come");
    }
  }

  void uscc(String uscc, String path) {
    if (uscc == null) {
      return;
    }
    if (!Identifiers.uscc(uscc)) {
      refuse("identifier.uscc", path, usccClass(uscc));
    } else if (!Identifiers.organisationCode(uscc.substring(8, 17))) {
      warn("identifier.organisation-code", path, "positions 9 to 17, check character wrong");
    }
  }

  private static String usccClass(String uscc) {
    return uscc.length() == 18
        ? "18 characters, alphabet or check character wrong"
        : uscc.length() + " characters";
  }
}
