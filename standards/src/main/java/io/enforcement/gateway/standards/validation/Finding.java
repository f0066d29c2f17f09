package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.Severity;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a rule found in one record or message. It never holds the value that was found,
 * only the class of that value ("18 characters, check digit wrong"): findings travel into logs,
 * receipts and pages, and values may be personal.
 *
 * @param severity REFUSE stops the record, WARNING and INFO travel with it
 * @param rule stable id of the rule, for example {@code identifier.uscc}; the catalogue has its
 *     texts
 * @param path where it was found, in the names of the format that was checked, for example {@code
 *     parties[0].uscc}
 * @param valueClass what kind of value was found, or null; never the value
 * @param arguments what the texts of the rule need, for example a limit; never a personal value
 */
public record Finding(
    Severity severity, String rule, String path, String valueClass, List<String> arguments) {

  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(rule, "rule");
    path = path == null ? "" : path;
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }

  /**
   * A finding of this rule, as severe as the catalogue says.
   *
   * @throws IllegalArgumentException when the catalogue has no such rule
   */
  public static Finding of(String rule, String path, String valueClass, String... arguments) {
    Rule known = RuleCatalogue.rules().get(rule);
    if (known == null) {
      throw new IllegalArgumentException("the catalogue has no rule " + rule);
    }
    return new Finding(known.severity(), rule, path, valueClass, List.of(arguments));
  }

  public boolean refuses() {
    return severity == Severity.REFUSE;
  }
}
